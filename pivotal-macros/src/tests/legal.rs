//! Declarations that look like a mistake of another, and are valid.

use super::mistakes_in;

#[track_caller]
fn assert_valid(args: &str, method: &str) {
    let source = format!("trait Api: Transport {{ #[endpoint({args})] {method} }}");
    assert_eq!(mistakes_in(&source), [], "{source}");
}

#[test]
fn text_of_paths_can_look_like_other_notation() {
    let method = "async fn item(&self, id: &str) -> Result<Item, Error>;";
    for template in [
        "/users/$count?<id>",
        "/v1/docs:batchGet?<id>",
        "/files/*?<id>",
        "/api.example.com/items/<id>",
        "/items/<id>?next=https://api.example.com/items",
        "/items(<id>)/$value",
        "/a&b/<id>",
        "/items?<id>&filter=/a/b",
        "/items?<id>&q=a,b;c",
        "/items?<id>&q=a==b",
    ] {
        assert_valid(&format!("GET, {template:?}"), method);
    }
}

#[test]
fn types_of_the_user_can_have_names_of_others() {
    for output in [
        "Result<Pages, Error>",
        "Result<Pages<Item>, Error>",
        "Result<Error, ApiError>",
        "Result<Item, my::Error>",
        "Result<Item, crate::io::Error>",
        "Result<Item, my::String>",
        "Result<Error, Failure>",
        "Result<graphql::Error, Fault>",
        "Result<Cow<'_, str>, Error>",
        "Result<Cow<'static, str>, Error>",
        "Result<Box<dyn Shape>, Error>",
        "Result<Arc<Item>, Error>",
        "Result<Response<Item>, Error>",
        "Result<Item>",
    ] {
        assert_valid("GET, \"/items\"", &format!("async fn item(&self) -> {output};"));
    }
    for ty in
        ["Path", "&Path", "Duration", "chrono::Duration", "Instant", "&T", "impl Content", "impl Serialize + Sync"]
    {
        let method = format!("async fn item<T: Content>(&self, id: {ty}) -> Result<Item, Error>;");
        assert_valid("GET, \"/items/<id>\"", &method);
    }
    for ty in ["HashMap<String, String>", "&BTreeMap<String, u8>", "Filter", "&[(String, u8)]", "Option<Filter>"] {
        let method = format!("async fn items(&self, filter: {ty}) -> Result<Items, Error>;");
        assert_valid("GET, \"/items?<filter..>\"", &method);
        assert_valid("POST, \"/items\", form = filter", &method);
    }
    for ty in ["Vec<u8>", "Body", "Lines<Item>", "Option<Body>"] {
        let method = format!("async fn create(&self, content: {ty}) -> Result<Item, Error>;");
        assert_valid("POST, \"/items\", stream = content", &method);
    }
}

#[test]
fn response_without_body_can_be_empty_optional_or_unknown() {
    for output in [
        "()",
        "Response<()>",
        "Option<Item>",
        "Response<Option<Item>>",
        "Bytes",
        "String",
        "Body",
        "NoContent",
        "Response<Empty>",
        "EmptyResponse",
        "T",
        "R",
        "Conditional<Item>",
    ] {
        let method = format!("async fn item<T: DeserializeOwned>(&self) -> Result<{output}, Error>;");
        assert_valid("HEAD, \"/items\"", &method);
        assert_valid("DELETE, \"/items\", success = 204", &method);
    }
    let method = "async fn item(&self) -> Result<Item, Error>;";
    for args in ["success = [200, 204]", "success = 200..=204", "success = 204, format = Xml", "success = 200"] {
        assert_valid(&format!("DELETE, \"/items\", {args}"), method);
    }
    assert_valid("DELETE, \"/items\", success = 204, response = ()", "async fn item(&self);");
    let format = "#[endpoints(format = Xml)] trait Api { #[endpoint(HEAD, \"/items\")]";
    assert_eq!(mistakes_in(&format!("{format} {method} }}")), [], "the format of the trait can read an empty body");
    let generic = "#[endpoints] trait Api<Out: DeserializeOwned> { #[endpoint(HEAD, \"/items\")]";
    let method = "async fn item(&self) -> Result<Out, Error>;";
    assert_eq!(mistakes_in(&format!("{generic} {method} }}")), [], "a type parameter of the trait can be `()`");
}

#[test]
fn value_of_blocking_method_can_be_bound_to_thread() {
    assert_valid("GET, \"/items\"", "fn item(&self) -> Result<Rc<Item>, Error>;");
}

#[test]
fn keys_can_be_near_to_rejected_ones() {
    let method = "async fn item(&self, id: &str, tag: &str) -> Result<Item, Error>;";
    for args in [
        "header(\"Via\") = id, header(\"Via\") = tag",
        "header(\"X-Id\") = id, header(\"X-Tag\") = tag",
        "header(\"X-Url\") = id, header(\"X-Tag\") = tag, header(\"X-A\") = \"a: b\"",
    ] {
        assert_valid(&format!("GET, \"/items\", {args}"), method);
    }
    for ty in ["Map<'static, A<B>>", "(A, B)", "[A; 2]", "fn(A) -> B", "my::Result"] {
        let method = "async fn item(&self) -> Items;";
        assert_valid(&format!("GET, \"/items\", response = {ty}"), method);
    }
}

#[test]
fn operations_differ_between_methods_of_a_trait_only() {
    let source = |first: &str, second: &str| {
        format!(
            "#[endpoints] trait Api {{ {first} async fn item(&self) -> Result<Item, Error>;
            {second} async fn note(&self) -> Result<Item, Error>; }}"
        )
    };
    let get = |operation: &str| format!("#[endpoint(GET, \"/a\", operation = {operation:?})]");
    assert_eq!(mistakes_in(&source(&get("get"), &get("read"))), []);
    assert_eq!(mistakes_in(&source(&get("note"), &get("item"))), [], "both are renamed");
    let cfg = |operation| format!("#[cfg(feature = \"a\")] {}", get(operation));
    assert_eq!(mistakes_in(&source(&cfg("get"), &cfg("get"))), [], "one of them can be absent");
    assert_eq!(mistakes_in(&source(&get("get"), &get("get"))).len(), 1);
}
