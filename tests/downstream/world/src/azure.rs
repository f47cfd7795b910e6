//! Azure Resource Manager: long-running operations, whose statuses and URLs differ.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Api, Error, ErrorBody, Next, Pages, Paginated, Response, Sent, endpoints};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub static AZURE: Api =
    Api::new().base_url("https://management.azure.com").request_id_header("x-ms-request-id").error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub error: Cause,
}

#[derive(Debug, PartialEq, Deserialize)]
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

#[derive(Debug, PartialEq, Deserialize)]
pub struct Machine {
    pub name: String,
}

#[derive(Debug, Serialize)]
pub struct NewMachine<'a> {
    pub location: &'a str,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct List<T> {
    pub value: Vec<T>,
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

/// The result of a PUT.
#[derive(Debug)]
pub enum Saved {
    Updated(Machine),
    /// It is being created: `Azure-AsyncOperation` has the URL of the operation.
    Creating(Response<Machine>),
}

impl From<Machine> for Saved {
    fn from(machine: Machine) -> Self {
        Self::Updated(machine)
    }
}

impl From<Response<Machine>> for Saved {
    fn from(machine: Response<Machine>) -> Self {
        Self::Creating(machine)
    }
}

/// The progress of a DELETE.
#[derive(Debug)]
pub enum Deletion {
    Done,
    /// `Location` and `Azure-AsyncOperation` have the URLs to poll.
    Running(Response<()>),
}

impl From<()> for Deletion {
    fn from((): ()) -> Self {
        Self::Done
    }
}

impl From<Response<()>> for Deletion {
    fn from(response: Response<()>) -> Self {
        Self::Running(response)
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Operation {
    pub status: String,
    pub error: Option<Cause>,
}

#[endpoints(
    "/subscriptions/<subscription>/resourceGroups/<group>/providers/Microsoft.Compute/virtualMachines\
     ?api-version=2024-07-01",
    api = AZURE
)]
pub trait Machines {
    #[endpoint(GET, "?$filter=<filter>&$top=<top>")]
    fn machines(
        &self,
        subscription: &str,
        group: &str,
        filter: Option<&str>,
        top: Option<u32>,
    ) -> Pages<'_, List<Machine>>;

    #[endpoint(
        PUT, "/<name>", body = machine, header("If-Match") = etag,
        response(200) = Machine, response(201) = Response<Machine>
    )]
    async fn put(
        &self,
        subscription: &str,
        group: &str,
        name: &str,
        machine: &NewMachine<'_>,
        etag: Option<&str>,
    ) -> Result<Saved, Error>;

    #[endpoint(DELETE, "/<name>", response(202) = Response<()>, response(204) = ())]
    async fn delete(&self, subscription: &str, group: &str, name: &str) -> Result<Deletion, Error>;

    /// Polls the `Azure-AsyncOperation` of a response.
    #[endpoint(GET, "<url>")]
    async fn operation(&self, url: &str) -> Result<Operation, Error>;

    /// Polls the `Location` of a deletion.
    #[endpoint(GET, "<url>", response(200) = (), response(202) = Response<()>, response(204) = ())]
    async fn deletion(&self, url: &str) -> Result<Deletion, Error>;
}
