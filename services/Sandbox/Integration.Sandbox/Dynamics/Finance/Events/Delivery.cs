using System.Text.Json.Nodes;

namespace Integration.Sandbox.Dynamics.Finance.Events;

/// <summary>An event on its way to one endpoint.</summary>
/// <param name="Endpoint">Name of the endpoint.</param>
/// <param name="Url">Its address.</param>
/// <param name="HeaderName">Header that it wants; empty for none.</param>
/// <param name="HeaderValue">The header's value.</param>
/// <param name="Event">Which event it is.</param>
/// <param name="Body">What is sent.</param>
internal sealed record Delivery(string Endpoint, Uri Url, string HeaderName, string HeaderValue, string Event, JsonObject Body);
