using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>One call of the legacy REST API, read from query, headers and body.</summary>
/// <param name="Method">GET, POST, PUT or DELETE after overrides; anything else the client sent counts as GET.</param>
/// <param name="Entity">First part of <c>_path</c>.</param>
/// <param name="Id">Second part of <c>_path</c>, or null for the collection.</param>
/// <param name="Complex">True for <c>_schema=complex</c>.</param>
/// <param name="Key">The key sent, wherever it stood.</param>
/// <param name="Conditions"><c>_cnd</c>, or null when none was given.</param>
/// <param name="Model">What to write, or null.</param>
/// <param name="BodyError">Why the body cannot be used, or null.</param>
internal sealed record RestCall(
    string Method,
    string Entity,
    string? Id,
    bool Complex,
    string Key,
    JsonObject? Conditions,
    JsonNode? Model,
    string? BodyError)
{
    public bool Writes => Method != "GET";
}
