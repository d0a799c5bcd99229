using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Api;

/// <summary>A call that the firewall does not let through.</summary>
/// <param name="Status">401 or 403.</param>
/// <param name="Body">What it says.</param>
/// <param name="ContentType">Type of the body.</param>
internal sealed record ApiRefusal(int Status, JsonObject Body, string ContentType = FormatNegotiation.Json);
