//! Errors of all libraries.

use rival_types::Problem;

/// The error of a call.
#[derive(Debug)]
pub enum Failure {
    Pivotal(pivotal_runtime::Error),
    ByHand(rival_by_hand::Error),
    Feignhttp(feignhttp::Error),
    Rustify(rustify::errors::ClientError),
    Progenitor(rival_progenitor::Error<rival_progenitor::types::Problem>),
}

impl Failure {
    /// The text that `Display` writes, without sources.
    pub fn display(&self) -> String {
        match self {
            Self::Pivotal(error) => error.to_string(),
            Self::ByHand(error) => error.to_string(),
            Self::Feignhttp(error) => error.to_string(),
            Self::Rustify(error) => error.to_string(),
            Self::Progenitor(error) => error.to_string(),
        }
    }

    /// The status, if the error contains it as a value.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Pivotal(error) => error.status().map(|status| status.as_u16()),
            Self::ByHand(rival_by_hand::Error::Api(status, _)) => Some(status.as_u16()),
            Self::Feignhttp(error) => match error.error_kind() {
                feignhttp::ErrorKind::Status(status, _) => Some(status.as_u16()),
                _ => None,
            },
            Self::Rustify(rustify::errors::ClientError::ServerResponseError { code, .. }) => Some(*code),
            Self::Progenitor(error) => error.status().map(|status| status.as_u16()),
            Self::ByHand(_) | Self::Rustify(_) => None,
        }
    }

    /// The code in the body of the error response.
    pub fn code(&self) -> Option<String> {
        let of = |problem: Problem| problem.error.code;
        match self {
            Self::Pivotal(error) => error.code().map(str::to_owned),
            Self::ByHand(rival_by_hand::Error::Api(_, problem)) => Some(problem.as_ref()?.error.code.clone()),
            Self::ByHand(_) => None,
            Self::Feignhttp(error) => rival_feignhttp::problem(error).map(of),
            Self::Rustify(error) => rival_rustify::problem(error).map(of),
            Self::Progenitor(rival_progenitor::Error::ErrorResponse(response)) => Some(response.error.code.clone()),
            Self::Progenitor(_) => None,
        }
    }

    /// The body of the response as text, if the error contains it or can still read it.
    pub async fn body(self) -> Option<String> {
        use rustify::errors::ClientError;

        match self {
            Self::Pivotal(error) => Some(String::from_utf8_lossy(error.body()?).into_owned()),
            Self::ByHand(_) => None,
            Self::Feignhttp(error) => match error.error_kind() {
                feignhttp::ErrorKind::Status(_, body) => Some(body),
                _ => None,
            },
            Self::Rustify(
                ClientError::ServerResponseError { content, .. } | ClientError::ResponseParseError { content, .. },
            ) => content,
            Self::Rustify(_) => None,
            Self::Progenitor(rival_progenitor::Error::UnexpectedResponse(response)) => response.text().await.ok(),
            Self::Progenitor(rival_progenitor::Error::InvalidResponsePayload(body, _)) => {
                Some(String::from_utf8_lossy(&body).into_owned())
            }
            Self::Progenitor(_) => None,
        }
    }
}
