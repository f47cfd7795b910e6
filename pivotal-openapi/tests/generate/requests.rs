//! Requests that the generated methods send.

use pivotal_runtime::testing::Fake;
use pivotal_runtime::{ErrorBody, Lines};
use serde_json::json;

use crate::generated::bodies::{Bodies, Note};
use crate::generated::errors::{GError, Invalid};
use crate::generated::parameters_header::HeadersAndCookies;
use crate::generated::parameters_path::{ByUnionId, PathParameters};
use crate::generated::parameters_query::{ListsOneOrMore, ManyQuery, ObjectsForm, QueryParameters, Range};
use crate::generated::responses::{Responses, SeveralResponse};

/// A fake that returns 204 for each call.
fn fake() -> Fake {
    let fake = Fake::new();
    fake.on_any().responds(204, "").always();
    fake
}

#[tokio::test]
async fn path_has_the_style_of_the_document() {
    let fake = fake();
    fake.label("a/b").await.unwrap();
    fake.matrix(5).await.unwrap();
    fake.files("a b/c").await.unwrap();
    fake.by_union(&ByUnionId::Integer(5)).await.unwrap();
    fake.percent().await.unwrap();
    fake.query_in_path().await.unwrap();
    let sent: Vec<String> = fake.calls().iter().map(|call| call.path_and_query().to_owned()).collect();
    let expected = [
        "/label/.a%2Fb",
        "/matrix/;id=5",
        "/files/a%20b/c",
        "/union/5",
        "/percent/100%25/%2F",
        "/query?action=list&all",
    ];
    assert_eq!(sent, expected);
}

#[tokio::test]
async fn query_has_the_style_of_the_document() {
    let fake = fake();
    let date = "2026-11-27".parse().unwrap();
    let many = ListsOneOrMore::TextList(vec!["m".to_owned(), "n".to_owned()]);
    fake.lists(&["a", "b"], &["c", "d"], &["e", "f"], &["g", "h"], &[date, date], &[], Some(&many)).await.unwrap();
    fake.lists(&[], &[], &[], &[], &[], &[], Some(&ListsOneOrMore::Text("m".to_owned()))).await.unwrap();
    let form = ObjectsForm { a: Some("b".to_owned()), b: None };
    let range = Range { gte: 1, lt: None };
    fake.objects(Some(&form), Some(&range), None, Some(&range), Some(&["x"]), None, None).await.unwrap();
    let query = ManyQuery {
        page_size: Some(5),
        filter_name: Some("a".to_owned()),
        a_b: Some("c".to_owned()),
        ..ManyQuery::default()
    };
    fake.many(&[1, 2], "q", &query).await.unwrap();
    fake.names("1", "2", "3", "4", "5", "6", "7", Some("8"), None).await.unwrap();
    let sent: Vec<String> = fake.calls().iter().map(|call| call.path_and_query().to_owned()).collect();
    let expected = [
        "/lists?form=a&form=b&csv=c,d&spaces=e%20f&spaces_exploded=g&spaces_exploded=h&pipes=2026-11-27%7C2026-11-27\
         &one_or_more=m&one_or_more=n",
        "/lists?one_or_more=m",
        "/objects?a=b&deep%5Bgte%5D=1&json=%7B%22gte%22%3A1%7D&json_list=%5B%22x%22%5D",
        "/many?ids=1&ids=2&q=q&pageSize=5&filter%5Bname%5D=a&a%26b=c",
        "/names?a%20b=1&a%2Bb=2&100%25=3&gr%C3%B6%C3%9Fe=4&a.b=5&?=6&x%7By%7D=7&a%3Db=8",
    ];
    assert_eq!(sent, expected);
}

#[tokio::test]
async fn headers_are_sent() {
    let fake = fake();
    fake.headers("a", Some(1), None, &["b", "c"], None, None).await.unwrap();
    let call = fake.last_call();
    let sent = ["X-Required", "X-Optional", "X-Fixed"].map(|name| call.header(name).unwrap().to_owned());
    assert_eq!(sent, ["a", "1", "fixed"]);
    assert_eq!(call.headers().get_all("X-List").iter().count(), 2);
    assert_eq!(call.header("If-None-Match"), None);
}

#[tokio::test]
async fn body_has_the_media_type_of_the_document() {
    let fake = fake();
    let note = Note { text: "a".to_owned() };
    fake.merge_patch(&note).await.unwrap();
    fake.form_text("a=b").await.unwrap();
    fake.json_optional(None).await.unwrap();
    Bodies::lines(&fake, Lines::from_iter([note])).await.unwrap();
    let sent: Vec<(Option<String>, String)> =
        fake.calls().iter().map(|call| (call.header("Content-Type").map(str::to_owned), call.text())).collect();
    let typed = |type_: &str, text: &str| (Some(type_.to_owned()), text.to_owned());
    let expected = [
        typed("application/merge-patch+json", r#"{"text":"a"}"#),
        typed("application/x-www-form-urlencoded", "a=b"),
        (None, String::new()),
        typed("application/x-ndjson", "{\"text\":\"a\"}\n"),
    ];
    assert_eq!(sent, expected);
}

#[tokio::test]
async fn response_has_the_type_of_its_status() {
    let fake = Fake::new();
    fake.on(Responses::several).responds(202, json!({ "id": 7 }));
    fake.on(Responses::several).responds(204, "");
    fake.on(Responses::no_content).responds(204, "");
    fake.on(Responses::binary_or_nothing).responds(204, "");
    assert!(matches!(Responses::several(&fake).await.unwrap(), SeveralResponse::Accepted(job) if job.id == 7));
    assert!(matches!(Responses::several(&fake).await.unwrap(), SeveralResponse::NoContent));
    assert_eq!(fake.no_content().await.unwrap(), None);
    fake.binary_or_nothing().await.unwrap();
}

#[test]
fn error_of_several_types_has_a_message() {
    let invalid = Invalid { detail: Some("too long".to_owned()), errors: None };
    assert_eq!(GError::Invalid(invalid).message(), Some("too long"));
}
