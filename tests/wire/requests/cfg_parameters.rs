//! Parameters with `cfg`, each in both states: `cfg(test)` is true, and `cfg(any())` is false.

use pivotal_runtime::{Client, Error, endpoints};

use crate::support::server::{rejection_of, request_of};

#[endpoints("/v1?<lang>", header("X-Tenant") = tenant, header("X-Zone") = zone)]
trait Items {
    #[endpoint(GET, "/items?<limit>&page=<page>&sort=name&<tags:csv>&<filter..>", response = ())]
    async fn query(
        &self,
        #[cfg(any())] lang: &str,
        #[cfg(test)] tenant: u8,
        #[cfg(any())] zone: u8,
        #[cfg(any())] limit: u32,
        #[cfg(test)] page: u32,
        #[cfg(any())] tags: &[&str],
        #[cfg(all(test, not(any())))] filter: &[(&str, u8)],
    );

    #[endpoint(POST, "/items", body = item, response = ())]
    async fn body(&self, #[cfg(test)] lang: &str, tenant: u8, zone: u8, #[cfg(test)] item: &str);

    #[endpoint(POST, "/items", body = item, header("Content-Type") = "application/x+json", response = ())]
    async fn no_body(&self, lang: &str, tenant: u8, zone: u8, #[cfg(any())] item: &str);

    #[endpoint(POST, "/items", form("a") = a, form = fields, form("b") = b, form("c") = "3", response = ())]
    async fn form(
        &self,
        lang: &str,
        tenant: u8,
        zone: u8,
        #[cfg(any())] a: u8,
        #[cfg(test)] b: u8,
        #[cfg(any())] fields: (),
    );

    #[endpoint(GET, "/items/<id>", response = ())]
    async fn path(&self, lang: &str, tenant: u8, zone: u8, #[cfg(any())] id: u8, #[cfg(not(any()))] id: &str);
}

fn parameters(operation: &str) -> (&'static str, Vec<&'static str>) {
    let mut endpoints = <Client as Items>::ENDPOINTS.iter();
    let endpoint = endpoints.find(|endpoint| endpoint.operation() == operation).unwrap();
    (endpoint.template(), endpoint.parameters().map(|parameter| parameter.name).collect())
}

#[tokio::test]
async fn pairs_and_headers_of_absent_parameters_are_not_sent() {
    let received = request_of(async |api| api.query(1, 2, &[("a", 3)]).await).await;
    assert_eq!(received.target(), "/v1/items?page=2&sort=name&a=3");
    assert_eq!(received.headers("x-tenant"), ["1"]);
    assert_eq!(received.headers("x-zone"), [""; 0]);
    let expected = ("/v1/items?page=<page>&sort=name&<filter..>", vec!["page", "filter", "X-Tenant"]);
    assert_eq!(parameters("query"), expected);
}

#[tokio::test]
async fn body_of_a_present_parameter_is_sent() {
    let received = request_of(async |api| api.body("de", 1, 2, "text").await).await;
    assert_eq!(received.target(), "/v1/items?lang=de");
    assert_eq!(received.body, b"\"text\"");
    assert_eq!(parameters("body").1, ["lang", "X-Tenant", "X-Zone", "item"]);
}

#[tokio::test]
async fn body_of_an_absent_parameter_is_not_sent() {
    let received = request_of(async |api| api.no_body("de", 1, 2).await).await;
    assert_eq!(received.body, b"");
    assert_eq!(received.headers("content-type"), [""; 0]);
    assert_eq!(parameters("no_body").1, ["lang", "X-Tenant", "X-Zone"]);
}

#[tokio::test]
async fn fields_of_absent_parameters_are_not_sent() {
    let received = request_of(async |api| api.form("de", 1, 2, 4).await).await;
    assert_eq!(received.body, b"b=4&c=3");
    assert_eq!(parameters("form").1, ["lang", "X-Tenant", "X-Zone", "b"]);
}

#[tokio::test]
async fn parameters_of_one_name_are_alternatives() {
    let received = request_of(async |api| api.path("de", 1, 2, "a b").await).await;
    assert_eq!(received.target(), "/v1/items/a%20b?lang=de");
}

#[test]
fn each_configuration_is_one_endpoint() {
    assert_eq!(<Client as Items>::ENDPOINTS.len(), 5);
}

#[tokio::test]
async fn error_of_a_present_parameter_names_it() {
    let error: Error = rejection_of(async |api| api.path("de", 1, 2, "..").await).await;
    assert!(error.to_string().contains("`id`"), "{error}");
}
