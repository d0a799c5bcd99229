using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>What the add-on answers, before it is put into headers and bytes.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON body of a 200; null is the text <c>null</c>.</param>
/// <param name="Count"><c>X-Result-Count</c>.</param>
/// <param name="Error"><c>X-REST-Error</c>, or null.</param>
/// <param name="Html">Body of an error page, or null for an empty body.</param>
internal sealed record RestAnswer(int Status, JsonNode? Body = null, int Count = 1, string? Error = null, string? Html = null)
{
    private const string Oops =
        "<script>document.addEventListener(\"DOMContentLoaded\", function(event) {document.body.innerHTML=\"<!DOCTYPE html>\\n<html>"
        + "<head><title>Error<\\/title><\\/head><body>Sorry, there seems to be a problem with the site. Please, try again later."
        + "<\\/body><\\/html>\\n\";});</script>";

    public static RestAnswer Of(JsonNode? body) => new(200, body, body is JsonArray list ? list.Count : 1);

    public static RestAnswer Forbidden { get; } = new(403);

    public static RestAnswer UnknownEntity { get; } = new(404);

    public static RestAnswer FatalError { get; } = new(500, Html: Oops);

    public static RestAnswer BadRequest(string error) => new(400, Error: error);
}
