//! `LinkPage`: arrays with a `Link` header.

use pivotal_runtime::{LinkPage, Pages, Transport, endpoint};

use super::{all, failure, query, targets};
use crate::support::request::ReceivedRequest;
use crate::support::server::{Server, client};

trait Issues: Transport {
    #[endpoint(GET, "/repos/<owner>/issues?<per_page>", operation = "list-issues")]
    fn issues(&self, owner: &str, per_page: u8) -> Pages<'_, LinkPage<u32>>;
}
impl<T: Transport> Issues for T {}

/// Returns a page with one item and these `Link` headers.
fn page(item: u32, links: &[String]) -> String {
    let links = links.iter().map(|link| format!("Link: {link}\r\n")).collect::<Vec<_>>().concat();
    let body = format!("[{item}]");
    format!("HTTP/1.1 200 OK\r\n{links}Content-Length: {}\r\n\r\n{body}", body.len())
}

/// Returns the number of the requested page.
fn number(request: &ReceivedRequest) -> u32 {
    let page = query(request.target()).into_iter().find(|(key, _)| key == "page");
    page.map_or(1, |(_, number)| number.parse().unwrap())
}

/// Returns the `Link` headers of a page, given the URL of the server, and the numbers and relation types of the other pages.
type Links = fn(&str, &[(u32, &str)]) -> Vec<String>;

/// Returns a server with three pages.
fn server(links: Links) -> Server {
    Server::responding_with(move |request| {
        let (number, host) = (number(request), request.header("host").unwrap().to_owned());
        let others = [(number - 1, "prev"), (number + 1, "next"), (1, "first"), (3, "last")];
        let others: Vec<_> = others.into_iter().filter(|(number, _)| (1..=3).contains(number)).collect();
        page(number, &links(&format!("http://{host}"), &others))
    })
}

/// Checks that the list has three pages, and that the links are followed as they are written.
async fn assert_three_pages(links: Links) {
    let server = server(links);
    assert_eq!(all(server.client().issues("o", 1)).await, [1, 2, 3]);
    let first = "/repos/o/issues?per_page=1";
    assert_eq!(targets(&server), [first.to_owned(), format!("{first}&page=2"), format!("{first}&page=3")]);
}

#[tokio::test]
async fn absolute_links_of_github_are_followed() {
    assert_three_pages(|url, others| {
        let link = |(number, rel)| format!("<{url}/repos/o/issues?per_page=1&page={number}>; rel=\"{rel}\"");
        vec![others.iter().copied().map(link).collect::<Vec<_>>().join(", ")]
    })
    .await;
}

#[tokio::test]
async fn relative_links_are_followed() {
    assert_three_pages(|_, others| {
        let link = |(number, rel)| format!("<?per_page=1&page={number}>;rel={rel}");
        vec![others.iter().copied().map(link).collect::<Vec<_>>().join(",")]
    })
    .await;
}

#[tokio::test]
async fn links_in_several_headers_are_followed() {
    assert_three_pages(|_, others| {
        let link = |(number, rel)| format!("</repos/o/issues?per_page=1&page={number}>; rel=\"{rel}\"");
        others.iter().copied().map(link).collect()
    })
    .await;
}

#[tokio::test]
async fn quoted_parameters_are_no_links() {
    assert_three_pages(|url, others| {
        let link = |(number, rel)| {
            let title = r#"title="a, b; rel=next, </x>; \"rel=next\" é""#;
            format!("<{url}/repos/o/issues?per_page=1&page={number}>; {title}; rel=\"x {rel}\"")
        };
        vec![others.iter().copied().map(link).collect::<Vec<_>>().join(" , ")]
    })
    .await;
}

#[tokio::test]
async fn target_can_contain_commas_and_semicolons() {
    let server = Server::responding_with(|request| match request.target() {
        "/ids/1,2;3?a=(4,5)" => page(2, &[]),
        _ => page(1, &["</ids/1,2;3?a=(4,5)>; rel=next".to_owned()]),
    });
    assert_eq!(all(server.client().issues("o", 1)).await, [1, 2]);
    assert_eq!(targets(&server), ["/repos/o/issues?per_page=1", "/ids/1,2;3?a=(4,5)"]);
}

#[tokio::test]
async fn list_without_a_next_link_ends() {
    let links = ["</p>; rel=prev", "</n>; rel=next; anchor=\"#x\"", "</n>; rel=\"prev\"; rel=\"next\"", "</n>", "n"];
    for link in links {
        let server = Server::responding(page(1, &[link.to_owned()]));
        assert_eq!(all(server.client().issues("o", 1)).await, [1], "{link}");
        assert_eq!(targets(&server).len(), 1, "{link}");
    }
}

#[tokio::test]
async fn relative_link_keeps_the_path_of_the_base_url() {
    let server = server(|_, others| {
        let next = others.iter().find(|(_, rel)| *rel == "next");
        next.map(|(number, _)| format!("<issues?per_page=1&page={number}>; rel=next")).into_iter().collect()
    });
    assert_eq!(all(client(&format!("{}/api/v3/", server.url())).issues("o", 1)).await, [1, 2, 3]);
    let first = "/api/v3/repos/o/issues?per_page=1";
    assert_eq!(targets(&server), [first.to_owned(), format!("{first}&page=2"), format!("{first}&page=3")]);
}

#[tokio::test]
async fn repeated_link_is_an_error() {
    let server = Server::responding(page(1, &["</same>; rel=next".to_owned()]));
    let api = server.client();
    let error = failure(api.issues("o", 1), &[1]).await;
    assert_eq!(error.endpoint().unwrap().operation(), "list-issues");
    assert_eq!(targets(&server), ["/repos/o/issues?per_page=1", "/same"]);
}
