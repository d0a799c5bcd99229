using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>Reads a call as the add-on does, strict and loose in the same places.</summary>
internal static class RestCallReader
{
    public static async Task<RestCall> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var parameters = new JsonObject();
        PhpParameters.Add(parameters, request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())));
        var method = Method(request, parameters);
        var (body, error) = method is "POST" or "PUT" ? await BodyAsync(request, parameters, cancellationToken) : (null, null);
        // The key may stand in the body of a write; so may the other parameters.
        string Parameter(string name) =>
            parameters[name] is { } given ? RowValues.AsText(given) : body is JsonObject row ? row.Text(name) : "";
        var path = Parameter("_path").Split('/', 2);
        return new RestCall(
            method,
            path[0],
            path.Length > 1 && path[1].Length > 0 ? path[1] : null,
            Parameter("_schema") == "complex",
            Parameter("_key"),
            parameters["_cnd"] as JsonObject,
            parameters["model"] ?? (body is JsonObject whole && whole["model"] is { } model ? model : body),
            error);
    }

    private static string Method(HttpRequest request, JsonObject parameters)
    {
        var header = request.Headers["X-HTTP-Method-Override"].ToString();
        var asked = parameters["_method"] is { } parameter ? RowValues.AsText(parameter)
            : header.Length > 0 ? header
            : request.Method;
        var method = asked.ToUpperInvariant();
        return method is "POST" or "PUT" or "DELETE" ? method : "GET";
    }

    private static async Task<(JsonNode? Body, string? Error)> BodyAsync(
        HttpRequest request, JsonObject parameters, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        if (request.ContentType is null or "application/json")
        {
            var text = await reader.ReadToEndAsync(cancellationToken);
            if (text.Length == 0)
            {
                return (null, null);
            }

            try
            {
                return request.ContentType is null
                    ? (null, "Unknown Content-Type provided")
                    : JsonNode.Parse(text) is { } node and not JsonValue ? (node, null) : (null, "Input data is incorrect");
            }
            catch (JsonException)
            {
                return (null, "Input data is incorrect");
            }
        }

        // multipart carries its boundary as a parameter; the two other types must equal the name exactly.
        if (request.ContentType != "application/x-www-form-urlencoded"
            && !request.ContentType.StartsWith("multipart/form-data;", StringComparison.Ordinal))
        {
            return (null, "Unknown Content-Type provided");
        }

        var form = await request.ReadFormAsync(cancellationToken);
        PhpParameters.Add(parameters, form.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())));
        return (null, null);
    }
}
