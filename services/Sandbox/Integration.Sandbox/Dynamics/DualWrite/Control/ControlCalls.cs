using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.DualWrite.Maps;
using Integration.Sandbox.Dynamics.DualWrite.Queue;
using Integration.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Dynamics.DualWrite.Control;

/// <summary>Control paths of the copying under <c>/_sandbox/dual-write</c> of Dataverse; no credentials, and no part of the real protocol.</summary>
internal sealed class ControlCalls(DualWriteSettings settings)
{
    private const string Path = "/_sandbox/dual-write";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The copying; null until both back ends have started.</summary>
    public Link? Link { get; set; }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, () => Link is null ? Results.NotFound() : Results.Json(State(Link.State), Json));
        Post(routes, "pause", (link, body, stop) => SetAsync(link, body, MapStatus.Paused, stop));
        Post(routes, "resume", (link, body, stop) => SetAsync(link, body, MapStatus.Running, stop));
        Post(routes, "start", (link, body, stop) => SetAsync(link, body, MapStatus.Running, stop));
        Post(routes, "stop", (link, body, stop) => SetAsync(link, body, MapStatus.NotRunning, stop));
        Post(routes, "lose", (link, body, _) =>
        {
            var direction = Enum.Parse<Direction>(body.GetProperty("direction").GetString()!, ignoreCase: true);
            link.Queue.Lose(MapsOf(body).Single(), direction, body.TryGetProperty("count", out var count) ? count.GetInt32() : 1);
            return Task.CompletedTask;
        });
        Post(routes, "settings", (link, body, _) =>
        {
            settings.Lag = ControlBody.Span(body.GetProperty("lag"));
            link.Queue.Tell();
            return Task.CompletedTask;
        });
    }

    private static async Task SetAsync(LinkState link, JsonElement body, MapStatus status, CancellationToken cancellationToken)
    {
        var maps = MapsOf(body);
        await link.Maps.SetAsync(maps, status, cancellationToken);
        if (status == MapStatus.NotRunning)
        {
            foreach (var map in maps)
            {
                link.Queue.Drop(map);
            }
        }

        link.Queue.Tell();
    }

    // Without a name, all of them.
    private static IReadOnlyList<TableMap> MapsOf(JsonElement body) => !body.TryGetProperty("map", out var name) ? TableMap.All
        : TableMap.Find(name.GetString() ?? "") is { } map ? [map] : throw new ArgumentException($"There is no map of the table {name}.", nameof(body));

    private JsonObject State(LinkState link) => new()
    {
        ["lag"] = settings.Lag.ToString("c", CultureInfo.InvariantCulture),
        ["companies"] = new JsonArray([.. link.Companies.Select(company => (JsonNode)company)]),
        ["queued"] = TableMap.All.Sum(link.Queue.Count),
        ["maps"] = new JsonArray([.. TableMap.All.Select(map => new JsonObject
        {
            ["map"] = map.Table, ["entity"] = map.Entity, ["twoWay"] = map.IsTwoWay, ["status"] = link.Maps.StatusOf(map).ToString(), ["queued"] = link.Queue.Count(map),
        })]),
        ["failures"] = new JsonArray([.. link.Failures.Select(failure => new JsonObject
        {
            ["map"] = failure.Change.Map.Table, ["direction"] = JsonNamingPolicy.CamelCase.ConvertName(failure.Change.Direction.ToString()), ["key"] = failure.Change.Key,
            ["reason"] = failure.Reason, ["at"] = failure.At.ToString("o", CultureInfo.InvariantCulture),
        })]),
    };

    private void Post(IEndpointRouteBuilder routes, string name, Func<LinkState, JsonElement, CancellationToken, Task> call) => routes.MapPost($"{Path}/{name}", async (HttpContext context) =>
    {
        if (Link is null)
        {
            return Results.NotFound();
        }

        try
        {
            await call(Link.State, await ControlBody.ReadAsync(context.Request), context.RequestAborted);
            return Results.Json(State(Link.State), Json);
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            return Results.Json(new JsonObject { ["error"] = wrong.Message }, Json, statusCode: StatusCodes.Status400BadRequest);
        }
    });
}
