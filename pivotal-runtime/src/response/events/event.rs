//! An event with its name and id.

/// An event of a stream, with its name and id: the item of `Events<Event<T>>`.
///
/// ```
/// use pivotal_runtime::{Error, Event, Events, Transport, endpoint};
///
/// trait Timeline: Transport {
///     #[endpoint(GET, "/streaming/user")]
///     async fn timeline(&self) -> Result<Events<Event<String>>, Error>;
/// }
/// impl<T: Transport> Timeline for T {}
///
/// async fn print(client: &impl Timeline) -> Result<(), Error> {
///     let mut events = client.timeline().await?;
///     while let Some(event) = events.next().await {
///         let event = event?;
///         match event.name.as_str() {
///             "delete" => println!("deleted {}", event.data),
///             "update" => println!("new: {}", event.data),
///             _ => {}
///         }
///     }
///     Ok(())
/// }
/// # struct Fake;
/// # impl Transport for Fake {
/// #     async fn send(
/// #         &self,
/// #         _: pivotal_runtime::Request,
/// #     ) -> Result<pivotal_runtime::http::Response<pivotal_runtime::Body>, Error> {
/// #         Ok(pivotal_runtime::http::Response::new("event: update\ndata: hello\n\n".into()))
/// #     }
/// # }
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() { print(&Fake).await.unwrap() }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// The field `event`; `message` if it is missing.
    pub name: String,
    /// The id of this event, or of the last one before it that had one.
    ///
    /// It is empty if no event had one.
    pub id: String,
    /// The data.
    pub data: T,
}
