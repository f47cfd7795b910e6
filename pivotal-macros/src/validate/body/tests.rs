use super::*;

#[test]
fn query_text_is_encoded() {
    assert_eq!(encoded("grant_type"), "grant_type");
    assert_eq!(encoded("amount[value]"), "amount[value]");
    assert_eq!(encoded("a b&é"), "a%20b%26%C3%A9");
}
