using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;

namespace Integration.Acumatica.Sessions;

/// <summary>An answer, or why the call could not be made within a session; one of the two is set. With a failure, the call was certainly not carried out.</summary>
/// <param name="Answer">What came of the call.</param>
/// <param name="Failure">Why there was no session.</param>
internal sealed record SessionAnswer(OutsideAnswer? Answer, WriteOutcome? Failure);
