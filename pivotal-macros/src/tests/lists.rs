//! Each member of the lists and ranges in the rules. `tests/ui/fail` has one of each.

use super::{collect, endpoint, endpoints, mistakes_in};
use crate::return_type::output_error_span;

/// The messages for a method with these arguments.
fn messages(args: &str, method: &str) -> Vec<String> {
    let mut mistakes = Vec::new();
    collect(endpoint(args.parse().unwrap(), &method.parse().unwrap()), &mut mistakes);
    mistakes.into_iter().map(|mistake| mistake.message).collect()
}

/// The messages for the arguments of a method that returns a type.
fn of_args(args: &str) -> Vec<String> {
    messages(args, "async fn item(&self) -> Result<Item, Error>;")
}

/// The messages for the return type of a method.
fn of_output(signature: &str) -> Vec<String> {
    messages("GET, \"/items\"", &format!("{signature};"))
}

#[track_caller]
fn assert_one(messages: &[String], part: &str) {
    assert!(matches!(messages, [message] if message.contains(part)), "{part}: {messages:?}");
}

const NONE: [String; 0] = [];

#[test]
fn headers_of_the_connection_are_rejected() {
    for name in ["Host", "Content-Length", "Transfer-Encoding", "Connection", "TE", "Trailer", "te", "HOST"] {
        for value in ["\"x\"", "value"] {
            let method = "async fn item(&self, value: &str) -> Result<Item, Error>;";
            let messages = messages(&format!("GET, \"/items?<value>\", header({name:?}) = {value}"), method);
            assert_one(&messages, "belongs to the connection");
        }
    }
    assert_eq!(of_args("GET, \"/items\", header(\"Accept\") = \"x\", header(\"Keep\") = \"x\""), NONE);
}

#[test]
fn headers_that_switch_protocols_are_rejected() {
    for header in ["header(\"Upgrade\") = \"h2c\"", "header(\"connection\") = \"keep-alive, UPGRADE\""] {
        assert_one(&of_args(&format!("GET, \"/items\", {header}")), "switches protocols");
    }
}

#[test]
fn header_names_are_tokens() {
    for separator in "()<>@,;:\\\"/[]?={} \t\u{7f}é".chars() {
        let name = format!("X{separator}Y");
        assert_one(&of_args(&format!("GET, \"/items\", header({name:?}) = \"x\"")), "is not a header name");
    }
    assert_eq!(of_args("GET, \"/items\", header(\"aZ09!#$%&'*+-.^_`|~\") = \"x\""), NONE);
}

#[test]
fn header_values_are_visible_ascii() {
    for character in ['\0', '\t', '\n', '\u{1f}', '\u{7f}', '\u{80}', 'é'] {
        let value = format!("a{character}b");
        assert_one(
            &of_args(&format!("GET, \"/items\", header(\"X-Y\") = {value:?}")),
            "is not allowed in a header value",
        );
    }
    assert_eq!(of_args("GET, \"/items\", header(\"X-Y\") = \"! a~\""), NONE);
}

#[test]
fn statuses_are_from_200_to_599() {
    for status in ["0", "99", "100", "102", "199", "600", "601", "1000", "65536", "99999999999"] {
        assert_one(&of_args(&format!("GET, \"/items\", success = {status}")), "is not the status of a response");
    }
    for status in ["200", "299", "300", "599", "200..=599", "[200, 599]"] {
        assert_eq!(of_args(&format!("GET, \"/items\", success = {status}")), NONE, "{status}");
    }
}

#[test]
fn idempotent_methods_need_no_key() {
    for method in ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "QUERY"] {
        let response = if method == "HEAD" { ", response = ()" } else { "" };
        assert_one(&of_args(&format!("{method}, \"/items\", idempotent{response}")), "idempotent");
    }
    for method in ["POST", "PATCH", "\"PURGE\""] {
        assert_eq!(of_args(&format!("{method}, \"/items\", idempotent")), NONE, "{method}");
    }
}

#[test]
fn path_to_the_runtime_cannot_depend_on_the_module() {
    for path in ["::runtime", "crate::runtime", "self::runtime", "super::runtime", "super::super::runtime"] {
        assert_eq!(of_args(&format!("GET, \"/items\", crate = {path}")), NONE, "{path}");
    }
    for path in ["runtime", "api::runtime", "selfish::runtime"] {
        assert_one(&of_args(&format!("GET, \"/items\", crate = {path}")), &format!("write `::{path}`"));
    }
}

#[test]
fn impl_trait_is_rejected_anywhere_in_the_return_type() {
    for ty in [
        "impl Shape",
        "Box<impl Shape>",
        "(impl Shape, u8)",
        "[impl Shape; 2]",
        "Boxed<Output = impl Shape>",
        "Boxed<fn() -> impl Shape>",
        "&'static impl Shape",
    ] {
        let messages = of_output(&format!("async fn item(&self) -> Result<{ty}, Error>"));
        assert!(messages.iter().any(|message| message.contains("cannot return `impl Trait`; write the type")), "{ty}");
    }
    for ty in ["Implementation", "Box<dyn Shape>", "Result<Box<dyn Shape>, Impl>"] {
        assert_eq!(of_output(&format!("async fn item(&self) -> Result<{ty}, Error>")), NONE, "{ty}");
        assert_eq!(of_output(&format!("fn item(&self) -> Result<{ty}, Error>")), NONE, "{ty}");
    }
    for output in ["Pages<'_, Box<dyn Shape>>", "blocking::Pages<'_, Box<dyn Shape>>"] {
        assert_eq!(of_output(&format!("fn item(&self) -> {output}")), NONE, "{output}");
    }
}

#[test]
fn borrowed_responses_are_rejected_anywhere_in_the_type() {
    for ty in [
        "&str",
        "str",
        "[u8]",
        "(&str)",
        "(u8, &str)",
        "[&str; 2]",
        "Vec<&str>",
        "Option<Vec<(u8, &str)>>",
        "Response<&[u8]>",
    ] {
        assert_one(&of_output(&format!("async fn item(&self) -> Result<{ty}, Error>")), "must be owned");
        assert_one(&of_args(&format!("GET, \"/items\", response = {ty}")), "must be owned");
    }
    for ty in ["String", "(u8, String)", "[u8; 2]", "Vec<(u8, String)>", "Cow<'static, str>"] {
        assert_eq!(of_output(&format!("async fn item(&self) -> Result<{ty}, Error>")), NONE, "{ty}");
    }
}

#[test]
fn parameters_have_plain_names() {
    for (pattern, part) in [
        ("mut id: u64", "write `id` alone"),
        ("ref id: u64", "write `id` alone"),
        ("ref mut id: u64", "write `id` alone"),
        ("id @ _: u64", "without a pattern"),
        ("(id, _): (u64, u8)", "without a pattern"),
        ("_: u64", "without a pattern"),
    ] {
        let messages = messages("GET, \"/items\"", &format!("async fn item(&self, {pattern}) -> Result<Item, Error>;"));
        assert_one(&messages, part);
    }
}

#[test]
fn nearest_of_several_candidates_is_suggested() {
    let method = "async fn item(&self, customer: u64, customer_id: u64) -> Result<Item, Error>;";
    let messages = messages("GET, \"/items/<customer_i>?<customer>\"", method);
    assert_one(&messages, "write `<customer_id>`");
}

#[test]
fn one_error_reports_both_borrowed_types() {
    let messages = messages("GET, \"/items\", response = &str", "async fn item(&self) -> Result<&str, Error>;");
    assert_one(&messages, "must be owned");
}

#[test]
fn text_that_is_no_status_is_not_suggested_without_quotes() {
    for text in ["\"ok\"", "\"\"", "\"2000\"", "\"2..1\""] {
        let messages = of_args(&format!("GET, \"/items\", success = {text}"));
        let [message] = messages.as_slice() else { panic!("{text}: {messages:?}") };
        assert_eq!(message.starts_with("a status is a number"), text == "\"2000\"", "{message}");
    }
}

#[test]
fn unsafe_method_stays_unsafe_for_its_callers() {
    let expansion = |method: &str| endpoint("GET, \"/items\"".parse().unwrap(), &method.parse().unwrap()).to_string();
    assert!(expansion("unsafe fn item(&self) -> Result<Item, Error>;").contains("unsafe fn item"));
    assert!(!expansion("fn item(&self) -> Result<Item, Error>;").contains("unsafe"));
}

/// The messages for a trait with these arguments.
fn of_trait(args: &str, item: &str) -> Vec<String> {
    let mut mistakes = Vec::new();
    collect(endpoints(args.parse().unwrap(), &item.parse().unwrap()), &mut mistakes);
    mistakes.into_iter().map(|mistake| mistake.message).collect()
}

#[test]
fn credentials_and_header_of_a_trait_are_rejected() {
    let item = "trait Items {
        #[endpoint(GET, \"/items\", auth = client)]
        async fn item(&self, token: &str) -> Result<Item, Error>;
    }";
    let messages = of_trait("auth = none, header(\"AUTHORIZATION\") = token", item);
    assert_one(&messages, "are the same header; remove `auth = client`");
}

#[test]
fn text_of_a_common_path_is_no_placeholder_of_a_sent_parameter() {
    let item = "trait Items {
        #[endpoint(GET, \"/items/<owner>\")]
        async fn item(&self, owner: &str) -> Result<Item, Error>;
    }";
    assert_eq!(of_trait("\"/repos/owner\"", item), NONE);
    assert_one(&of_trait("\"/repos/owner\"", &item.replace("/<owner>", "")), "write `/<owner>`");
}

#[test]
fn fixed_header_of_a_trait_is_not_meant_for_one_method() {
    let item = "trait Items {
        #[endpoint(GET, \"/items\")]
        async fn items(&self) -> Result<Item, Error>;
        #[endpoint(GET, \"/item\")]
        async fn item(&self, scope: &str) -> Result<Item, Error>;
    }";
    assert_one(&of_trait("header(\"X-Scope\") = \"scope\"", item), "parameter `scope` is never sent");
}

#[test]
fn names_in_a_common_path_are_sent() {
    let item = "trait Items {
        #[endpoint(GET, \"/items\")]
        async fn item(&self, owner: &str) -> Result<Item, Error>;
    }";
    assert_eq!(of_trait("\"/owner/<owner>\"", item), NONE);
}

/// The expansion of a trait.
fn expansion_of_trait(item: &str) -> String {
    endpoints("".parse().unwrap(), &item.parse().unwrap()).to_string()
}

#[test]
fn implementation_of_a_trait_allows_the_same_lints() {
    let item = "trait Items {
        #[endpoint(GET, \"/items\")]
        async fn item(&self) -> Result<Item, Error>;
    }";
    let attributes = "#[doc(alias = \"list\")] #[allow(dead_code)] #[expect(deprecated)] #[cfg(unix)]";
    let expansion = expansion_of_trait(&format!("{attributes} {item}"));
    for allowed in ["# [allow (dead_code)]", "# [allow (deprecated)]"] {
        assert!(expansion.contains(allowed), "{expansion}");
    }
    assert!(!expansion.contains("allow (alias") && !expansion.contains("allow (unix"), "{expansion}");
}

#[test]
fn method_without_default_compiles_with_its_error() {
    let item = "trait Items { #[allow(non_snake_case)] #[must_use] #[instrument] fn Kept(self) -> u8; }";
    let expansion = expansion_of_trait(item);
    assert!(expansion.contains("fn Kept (& self)"), "{expansion}");
    assert!(expansion.contains("# [allow (non_snake_case)] # [must_use]"), "{expansion}");
    assert!(!expansion.contains("instrument"), "{expansion}");
}

/// An item is incomplete while it is typed. The completion in an editor needs the others.
#[test]
fn item_after_an_unreadable_one_is_expanded() {
    for unreadable in ["async fn ;", "broken item;", "fn {}"] {
        let item = "#[endpoint(GET, \"/items\")] async fn item(&self) -> Result<Item, Error>;";
        let expansion = expansion_of_trait(&format!("trait Items {{ {unreadable} {item} }}"));
        assert!(expansion.contains("RequestBuilder"), "{unreadable}: {expansion}");
    }
}

#[test]
fn errors_about_a_return_type_point_at_what_is_read() {
    for (signature, place) in [
        ("async fn item(&self) -> Result<api::Item, Error>", "Item"),
        ("fn item(&self) -> Result<&[Item], Error>", "[Item]"),
        ("fn items(&self) -> Pages<'_, Page>", "Page>"),
        ("fn items(&self) -> pivotal_runtime::Pages<'_, api::Page>", "Page>"),
        ("async fn item(&self) -> Outcome<Item>", "Outcome"),
    ] {
        let start = output_error_span(&syn::parse_str(signature).unwrap()).start();
        assert_eq!(Some(start.column), signature.find(place), "{signature}");
    }
}

/// Only the compiler can tell whether such text is a name, so it is one if a parameter has it.
#[test]
fn placeholder_of_a_common_path_that_can_be_no_parameter_is_rejected() {
    let item = "trait Items {
        #[endpoint(GET, \"/items\")]
        async fn item(&self) -> Result<Item, Error>;
    }";
    assert_one(&of_trait("\"/<größe>\"", item), "add a parameter `größe` to each method");
    let messages = of_trait("\"/<id→größe>\"", item);
    assert!(matches!(messages.as_slice(), [message] if !message.contains("add a parameter")), "{messages:?}");
}

#[test]
fn placeholder_of_sent_parameter_is_found_in_each_fixed_value() {
    let method = "async fn item(&self, id: &str) -> Result<Item, Error>;";
    for text in ["<id>", "{id}", "${id}", "item-<id>", "item-{id}", "{id}/{id}"] {
        for (place, declaration) in [
            ("header", format!("trait Api {{ #[endpoint(GET, \"/a/<id>\", header(\"X-Id\") = {text:?})] {method} }}")),
            ("form", format!("trait Api {{ #[endpoint(POST, \"/a/<id>\", form(\"item\") = {text:?})] {method} }}")),
            (
                "header",
                format!(
                    "#[endpoints(header(\"X-Id\") = {text:?})] trait Api {{ #[endpoint(GET, \"/a/<id>\")] {method} }}"
                ),
            ),
        ] {
            let mistakes = mistakes_in(&declaration);
            let [mistake] = mistakes.as_slice() else { panic!("{declaration}: {mistakes:#?}") };
            let wrong = format!("a fixed {place} value has no placeholders; ");
            assert!(mistake.message.starts_with(&wrong), "{declaration}: {}", mistake.message);
        }
    }
}
