using System.Net;
using System.Text.Json.Nodes;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

/// <summary>An answer of the stand-in.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public JsonArray Rows => Json["value"]!.AsArray();

    /// <summary>Status and code of an error.</summary>
    public (int Status, string Code) Error => ((int)Status, Json["error"]!["code"]!.GetValue<string>());

    public string Message => Json["error"]!["message"]!.GetValue<string>();

    public string Header(string name) => Headers.GetValueOrDefault(name) ?? "";
}
