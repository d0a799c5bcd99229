using System.Globalization;
using System.Text.Json.Nodes;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

/// <summary>
/// The official description of the endpoint, used strictly: a property that it does not name is a mistake, but for
/// <c>_links</c>, which the documentation describes and the OpenAPI leaves out.
/// </summary>
internal sealed class OpenApi
{
    private readonly JsonObject _schemas;
    private readonly JsonObject _paths;
    private readonly JsonObject _responses;

    private OpenApi(JsonObject document)
    {
        _schemas = document["components"]!["schemas"]!.AsObject();
        _responses = document["components"]!["responses"]!.AsObject();
        _paths = document["paths"]!.AsObject();
    }

    public static OpenApi Official { get; } = new(JsonNode.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Data", "acumatica", "Default_24.200.001.subset.openapi.json")))!.AsObject());

    /// <summary>Everything that is wrong with a reply; empty when it is as described.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path below the endpoint, such as <c>/SalesOrder/WO/WO000001</c>.</param>
    /// <param name="status">Status of the reply.</param>
    /// <param name="body">Body of the reply, or empty.</param>
    public IReadOnlyList<string> Mistakes(string method, string path, int status, string body)
    {
        var mistakes = new List<string>();
        if (body.Length == 0)
        {
            return mistakes;
        }

        Check(JsonNode.Parse(body), Schema(method, path, status), "$", mistakes);
        return mistakes;
    }

    private JsonNode Schema(string method, string path, int status)
    {
        var parts = path.Trim('/').Split('/');
        var template = parts switch
        {
            [var entity] => $"/{entity}",
            [var entity, var action] when method == "POST" => $"/{entity}/{action}",
            [var entity, ..] => $"/{entity}/{{ids}}",
            _ => throw new ArgumentException(path),
        };
        // PATCH is documented, yet not in the OpenAPI; it answers as PUT does.
        var operation = _paths[template]?[method == "PATCH" ? "put" : method.ToLowerInvariant()];
        var response = operation?["responses"]?[status.ToString(CultureInfo.InvariantCulture)];
        if (response?["$ref"]?.GetValue<string>() is { } reference)
        {
            response = _responses[reference.Split('/')[^1]];
        }

        return response?["content"]?["application/json"]?["schema"]
            ?? (status >= 400 ? new JsonObject { ["$ref"] = "#/components/schemas/HttpError" } : throw new InvalidOperationException($"{method} {path} {status} is not described."));
    }

    private void Check(JsonNode? value, JsonNode schema, string at, List<string> mistakes)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            schema = _schemas[reference.Split('/')[^1]]!;
        }

        if (schema["allOf"] is JsonArray parts)
        {
            schema = Joined(parts);
        }

        if (value is null)
        {
            if (schema["nullable"]?.GetValue<bool>() != true)
            {
                mistakes.Add($"{at} is null.");
            }

            return;
        }

        switch (schema["type"]?.GetValue<string>())
        {
            case "array" when value is JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    Check(items[index], schema["items"]!, $"{at}[{index}]", mistakes);
                }

                break;
            case "object" when value is JsonObject record:
                CheckObject(record, schema, at, mistakes);
                break;
            case "string" when value.GetValueKind() == System.Text.Json.JsonValueKind.String:
                CheckText(value.GetValue<string>(), schema["format"]?.GetValue<string>(), at, mistakes);
                break;
            case "boolean" when value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False:
            case "number" when value.GetValueKind() == System.Text.Json.JsonValueKind.Number:
                break;
            case "integer" when value.GetValueKind() == System.Text.Json.JsonValueKind.Number && long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out _):
                break;
            default:
                mistakes.Add($"{at} is not of type {schema["type"]}.");
                break;
        }
    }

    private void CheckObject(JsonObject record, JsonNode schema, string at, List<string> mistakes)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var (name, inner) in record)
        {
            if (properties[name] is { } known)
            {
                Check(inner, known, $"{at}.{name}", mistakes);
            }
            else if (name != "_links" && schema["additionalProperties"] is not JsonObject)
            {
                mistakes.Add($"{at}.{name} is not in the description.");
            }
        }
    }

    private static void CheckText(string text, string? format, string at, List<string> mistakes)
    {
        var fits = format switch
        {
            "uuid" => Guid.TryParse(text, out _),
            "date-time" => text.EndsWith("+00:00", StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            _ => true,
        };
        if (!fits)
        {
            mistakes.Add($"{at} is not a {format}: {text}");
        }
    }

    private JsonObject Joined(JsonArray parts)
    {
        var properties = new JsonObject();
        foreach (var part in parts)
        {
            var schema = part!["$ref"]?.GetValue<string>() is { } reference ? _schemas[reference.Split('/')[^1]]! : part;
            foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
            {
                properties[name] = property!.DeepClone();
            }
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }
}
