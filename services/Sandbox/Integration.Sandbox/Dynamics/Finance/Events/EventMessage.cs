using System.Text.Json.Nodes;

namespace Integration.Sandbox.Dynamics.Finance.Events;

/// <summary>An event that waits to be sent.</summary>
/// <param name="Event">ID of the business event, or the message of a data event.</param>
/// <param name="Company">Legal entity in lower case.</param>
/// <param name="Body">Its body; a business event gets its control number when it is sent.</param>
internal sealed record EventMessage(string Event, string Company, JsonObject Body);
