using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Api;

/// <summary>The API's OpenAPI document: the operations that are really served, without their shapes.</summary>
internal static class ApiDocument
{
    public static JsonObject Of(IEnumerable<ApiRoute> routes)
    {
        var paths = new JsonObject();
        foreach (var group in routes.GroupBy(route => route.Path))
        {
            paths[$"/api/{group.Key}"] = new JsonObject(group.Select(route =>
                KeyValuePair.Create(route.Method.ToLowerInvariant(), (JsonNode?)Operation(route))));
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.2",
            ["info"] = new JsonObject { ["title"] = "X-Cart API", ["description"] = "Stand-in for X-Cart 5.5.0.29", ["version"] = "1.0.0" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject
                {
                    ["apiKey"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X-Auth-Token" },
                },
            },
            ["security"] = new JsonArray(new JsonObject { ["apiKey"] = new JsonArray() }),
        };
    }

    private static JsonObject Operation(ApiRoute route) => new()
    {
        ["tags"] = new JsonArray(route.Resource),
        ["parameters"] = new JsonArray([.. route.Path.Split('/').Where(part => part.StartsWith('{')).Select(part => new JsonObject
        {
            ["name"] = part[1..^1],
            ["in"] = "path",
            ["required"] = true,
            ["schema"] = new JsonObject { ["type"] = "string" },
        })]),
        ["responses"] = new JsonObject
        {
            [route.Method switch { "POST" => "201", "DELETE" => "204", _ => "200" }] = new JsonObject { ["description"] = route.Resource },
        },
    };
}
