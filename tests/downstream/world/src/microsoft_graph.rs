//! Microsoft Graph: OData options with `$`, keys in parentheses, paths between colons.

use jiff::Timestamp;
use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Api, Body, Error, ErrorBody, Next, Pages, Paginated, Response, Sent, endpoints};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub static GRAPH: Api =
    Api::new().base_url("https://graph.microsoft.com/v1.0").request_id_header("request-id").error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub error: Cause,
}

#[derive(Debug, Deserialize)]
pub struct Cause {
    pub code: String,
    pub message: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.error.message)
    }

    fn code(&self) -> Option<&str> {
        Some(&self.error.code)
    }
}

#[derive(Debug, Deserialize)]
pub struct List<T> {
    pub value: Vec<T>,
    #[serde(rename = "@odata.nextLink")]
    pub next_link: Option<String>,
}

impl<T: DeserializeOwned> Paginated for List<T> {
    type Item = T;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::url(self.next_link.as_deref())
    }

    fn into_items(self) -> Vec<T> {
        self.value
    }
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct User {
    pub id: String,
    pub display_name: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UserUpdate<'a> {
    pub display_name: &'a str,
}

/// A link to an object.
#[derive(Debug, Serialize)]
pub struct Reference<'a> {
    #[serde(rename = "@odata.id")]
    pub url: &'a str,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Event {
    pub id: String,
    pub subject: String,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct DriveItem {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    pub upload_url: String,
}

/// An upload after a piece of it.
#[derive(Debug, PartialEq)]
pub enum Progress {
    Complete(DriveItem),
    Incomplete(Missing),
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Missing {
    pub next_expected_ranges: Vec<String>,
}

impl From<DriveItem> for Progress {
    fn from(item: DriveItem) -> Self {
        Self::Complete(item)
    }
}

impl From<Missing> for Progress {
    fn from(missing: Missing) -> Self {
        Self::Incomplete(missing)
    }
}

#[endpoints("/users", api = GRAPH, header("ConsistencyLevel") = "eventual")]
pub trait Users {
    #[endpoint(GET, "?$count=true&$filter=<filter>&$search=<search>&$select=<select:csv>&$top=<top>")]
    fn users(&self, filter: Option<&str>, search: Option<&str>, select: &[&str], top: u16) -> Pages<'_, List<User>>;

    #[endpoint(GET, "/$count?$filter=<filter>", header("Accept") = "text/plain")]
    async fn user_count(&self, filter: Option<&str>) -> Result<u64, Error>;

    #[endpoint(GET, "('<id>')?$select=<select:csv>")]
    async fn user(&self, id: &str, select: &[&str]) -> Result<Option<User>, Error>;

    #[endpoint(PATCH, "('<id>')", body = update, response = (), success = 204)]
    async fn update_user(&self, id: &str, update: &UserUpdate<'_>);

    /// Returns the events between two times.
    #[endpoint(GET, "('<id>')/calendarView?startDateTime=<start>&endDateTime=<end>", header("Prefer") = prefer)]
    fn events(&self, id: &str, start: Timestamp, end: Timestamp, prefer: Option<&str>) -> Pages<'_, List<Event>>;
}

#[endpoints(api = GRAPH)]
pub trait Graph {
    #[endpoint(POST, "/groups/<group>/members/$ref", body = member, response = (), success = 204)]
    async fn add_member(&self, group: &str, member: &Reference<'_>);

    /// Returns a table in CSV. The period is `D7`, `D30`, `D90` or `D180`.
    #[endpoint(GET, "/reports/getEmailActivityCounts(period='<period>')", header("Accept") = "text/csv")]
    async fn email_activity(&self, period: &str) -> Result<String, Error>;
}

#[endpoints("/me/drive/root", api = GRAPH)]
pub trait Drive {
    #[endpoint(GET, "/children")]
    fn root(&self) -> Pages<'_, List<DriveItem>>;

    #[endpoint(GET, ":/<path..>:/children")]
    fn children(&self, path: &str) -> Pages<'_, List<DriveItem>>;

    #[endpoint(GET, ":/<path..>:/content")]
    async fn download(&self, path: &str) -> Result<Body, Error>;

    /// 201 if the file is new, 200 if it is replaced.
    #[endpoint(PUT, ":/<path..>:/content", stream = content, success = [200, 201])]
    async fn upload(&self, path: &str, content: Body) -> Result<Response<DriveItem>, Error>;

    #[endpoint(POST, ":/<path..>:/createUploadSession")]
    async fn start_upload(&self, path: &str) -> Result<Session, Error>;

    /// Uploads a piece. The URL is on another host, and gets no credentials.
    #[endpoint(
        PUT, "<upload_url>", bytes = content, header("Content-Range") = range,
        response(200) = DriveItem, response(201) = DriveItem, response(202) = Missing
    )]
    async fn upload_piece(&self, upload_url: &str, content: &[u8], range: &str) -> Result<Progress, Error>;
}
