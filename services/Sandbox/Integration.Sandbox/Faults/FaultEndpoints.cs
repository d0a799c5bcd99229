using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Faults;

/// <summary>
/// Control paths of every stand-in: <c>GET/POST/DELETE /_sandbox/faults</c>, <c>DELETE /_sandbox/faults/{id}</c>,
/// <c>GET/DELETE /_sandbox/calls</c>. JSON with camel-case names and enumerations as text.
/// </summary>
internal static class FaultEndpoints
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Map(IEndpointRouteBuilder routes, FaultPlan plan, CallLog calls)
    {
        routes.MapGet("/_sandbox/faults", () => Results.Json(plan.List(), Json));
        routes.MapPost("/_sandbox/faults", (HttpRequest request) => AddAsync(request, plan));
        routes.MapDelete("/_sandbox/faults", () => { plan.Clear(); return Results.NoContent(); });
        routes.MapDelete("/_sandbox/faults/{id}", (string id) => plan.Remove(id) ? Results.NoContent() : Results.NotFound());
        routes.MapGet("/_sandbox/calls", () =>
        {
            var kept = calls.Calls();
            var counts = calls.Counts();
            return Results.Json(new { count = counts.Values.Sum(), routes = counts, calls = kept }, Json);
        });
        routes.MapDelete("/_sandbox/calls", () => { calls.Clear(); return Results.NoContent(); });
    }

    private static async Task<IResult> AddAsync(HttpRequest request, FaultPlan plan)
    {
        try
        {
            var node = await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            IEnumerable<JsonNode?> rules = node is JsonArray many ? many : [node];
            return Results.Json(rules.Select(rule => plan.Add(rule.Deserialize<FaultRule>(Json)!)).ToList(), Json);
        }
        catch (JsonException error)
        {
            return Results.BadRequest(error.Message);
        }
    }
}
