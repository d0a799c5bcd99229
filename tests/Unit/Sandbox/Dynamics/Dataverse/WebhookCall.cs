using System.Text.Json.Nodes;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

/// <summary>A webhook that came.</summary>
internal sealed record WebhookCall(JsonNode Body, IReadOnlyDictionary<string, string> Headers, string Query)
{
    public JsonNode Target => Body["InputParameters"]![0]!["value"]!;

    public IEnumerable<string> Columns => Target["Attributes"]!.AsArray().Select(attribute => attribute!["key"]!.GetValue<string>());

    public JsonNode? Value(string column) => Target["Attributes"]!.AsArray().Single(attribute => attribute!["key"]!.GetValue<string>() == column)!["value"];
}
