//! `PivotalKey`: accepted texts, and the part that is shown.

use std::str::FromStr;

use pivotal_api::{ErrorKind, PivotalKey};

#[test]
fn other_texts_are_rejected_without_being_repeated() {
    let cases = [
        ("", "is empty"),
        (" \n", "is empty"),
        ("sk_live_Zq41abcdefgh", "does not start with `pivotal_`"),
        ("PIVOTAL_Zq41abcdefgh", "does not start with `pivotal_`"),
        ("Bearer pivotal_Zq41abcdefgh", "does not start with `pivotal_`"),
        ("\"pivotal_Zq41abcdefgh\"", "does not start with `pivotal_`"),
        ("pivotal_", "ends after its prefix"),
        ("pivotal_test_", "ends after its prefix"),
        ("pivotal_Zq41\nabcdefgh", "a character that no key has"),
        ("pivotal_Zq41\r\nX-Evil: 1", "a character that no key has"),
        ("pivotal_Zq41 abcdefgh", "a character that no key has"),
        ("pivotal_Zq41abcdefgh\0", "a character that no key has"),
        ("pivotal_Zq41äbcdefgh", "a character that no key has"),
        ("pivotal_Zq41abcdefgh\"", "a character that no key has"),
        ("pivotal_Zq41abcdefgh\u{200b}", "a character that no key has"),
    ];
    for (key, expected) in cases {
        let errors = [
            PivotalKey::new(key).unwrap_err(),
            PivotalKey::from_str(key).unwrap_err(),
            PivotalKey::try_from(key).unwrap_err(),
            PivotalKey::try_from(key.to_owned()).unwrap_err(),
            PivotalKey::try_from(&key.to_owned()).unwrap_err(),
            pivotal_api::builder(key).unwrap_err(),
            pivotal_api::client(key).unwrap_err(),
        ];
        for error in errors {
            assert_eq!((error.kind(), error.endpoint()), (ErrorKind::Config, None));
            assert!(error.to_string().contains(expected), "{key:?}: {error}");
            assert!(!format!("{error} {error:?}").contains("Zq41"), "{error:?}");
        }
    }
}

#[test]
fn prefix_and_mode_are_those_of_the_key() {
    let cases = [
        ("pivotal_Zq41abcdefgh", false, "pivotal_Zq41"),
        ("pivotal_test_Zq41abcdefgh", true, "pivotal_test_Zq41"),
        ("pivotal_tests_Zq41abcdefgh", false, "pivotal_test"),
        ("pivotal_Zq41abcd", false, "pivotal_"),
        ("pivotal_Zq41abcde", false, "pivotal_Zq41"),
        ("pivotal_test_Zq41abcd", true, "pivotal_test_"),
        ("pivotal_a-b_C", false, "pivotal_"),
    ];
    for (text, is_test, prefix) in cases {
        for spaced in [text.to_owned(), format!("{text}\n"), format!(" {text}"), format!("\t{text}\r\n")] {
            let key: PivotalKey = spaced.parse().unwrap();
            assert_eq!((key.is_test(), key.prefix()), (is_test, prefix), "{spaced:?}");
            assert_eq!(format!("{key:?} {:#?}", key.clone()), format!("PivotalKey({prefix}…) PivotalKey({prefix}…)"));
        }
    }
}
