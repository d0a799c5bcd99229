using Integration.Connectors.Connections;
using Integration.Connectors.Hosting;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Backfills;

/// <summary>
/// <c>/internal/backfills</c> of the service that reads a lane: starts a run, tells how far it is, ends it. It answers on loopback only, to callers that name
/// themselves; the run itself goes on whether or not anybody asks.
/// </summary>
internal sealed class BackfillRoutes(
    PairCatalog catalog, IEnumerable<IConnectorFactory> factories, ConnectorShelf shelf, IEnumerable<IBackfillLane> lanes, BackfillRunner runner, IDatabase database,
    TimeProvider time, ILogger<BackfillRoutes> log) : IEndpointModule
{
    private const int MostListed = 20;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/internal/backfills").AddEndpointFilter(LoopbackGuard.RefuseOthersAsync);
        group.MapGet("/lanes/{pair}", Lanes);
        group.MapPost("/", StartAsync);
        group.MapGet("/of/{pair}", OfPairAsync);
        group.MapGet("/{id:guid}", FindAsync);
        group.MapPost("/{id:guid}/cancel", CancelAsync);
    }

    private IResult Lanes(string pair) => catalog.Find(pair) is { } found
        ? Results.Json(Here(found).Select(here => here.Lane.Lane), ContractsJson.Options)
        : Unknown(pair);

    private async Task<IResult> StartAsync(BackfillRequest request, HttpContext http, CancellationToken ct)
    {
        if (catalog.Find(request.Pair) is not { } pair) return Unknown(request.Pair);
        var here = Here(pair);
        if (here.FirstOrDefault(one => one.Lane.Lane == request.Lane) is not { Source: { } source } found)
        {
            return Results.Problem(BackfillRefusal.Of(pair.Name, request.Lane, [.. here.Select(one => one.Lane.Lane)]), statusCode: StatusCodes.Status404NotFound);
        }

        var wanted = new BackfillRun
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()).ToString(), Pair = pair.Name, Lane = request.Lane, Connection = found.Connection, DryRun = request.DryRun ? 1 : 0,
            Since = (request.Since ?? source.Since)?.ToUnixMs(), Operator = LoopbackGuard.OperatorOf(http), StartedAt = time.UnixMs(),
        };
        var open = await database.TransactAsync(
            async (unit, token) =>
            {
                await BackfillStore.ForgetAsync(unit, time.UnixMs() - (long)Remembered.TotalMilliseconds, token);
                return await BackfillStore.OpenAsync(unit, wanted, token);
            },
            ct);
        if (open.Id != wanted.Id && (open.DryRun != wanted.DryRun || (request.Since is not null && open.Since != wanted.Since)))
        {
            return Results.Problem($"Another backfill of this lane runs, {(open.IsDry ? "a dry run" : "not a dry run")} since {open.From?.ToString("u") ?? "ever"}. Wait for its end, or cancel it.",
                statusCode: StatusCodes.Status409Conflict);
        }

        if (open.Id == wanted.Id) log.LogInformation("Backfill of {Lane} of {Pair} since {Since} started by {Operator}{Dry}", open.Lane, open.Pair, open.From, open.Operator, open.IsDry ? ", as a dry run" : "");
        return Answer(open);
    }

    private async Task<IResult> OfPairAsync(string pair, CancellationToken ct)
    {
        var runs = await database.ReadAsync((unit, token) => BackfillStore.OfPairAsync(unit, pair, MostListed, token), ct);
        return Results.Json(runs.Select(run => run.Report(time.GetUtcNow())), ContractsJson.Options);
    }

    private async Task<IResult> FindAsync(Guid id, CancellationToken ct) =>
        await database.ReadAsync((unit, token) => BackfillStore.FindAsync(unit, id.ToString(), token), ct) is { } run ? Answer(run) : NoRun();

    private async Task<IResult> CancelAsync(Guid id, HttpContext http, CancellationToken ct)
    {
        BackfillRun? run = null;
        // A page that is being committed just now moves the run on.
        for (var tries = 0; tries < 10; tries++)
        {
            run = await database.ReadAsync((unit, token) => BackfillStore.FindAsync(unit, id.ToString(), token), ct);
            if (run is null or { EndedAt: not null }) break;
            await runner.EndAsync(run, BackfillStates.Cancelled, $"Cancelled by {LoopbackGuard.OperatorOf(http)}.", ct);
        }

        return run is null ? NoRun() : Answer(run);
    }

    private List<Reader> Here(PairDefinition pair) => [
        .. new[] { pair.Storefront, pair.Erp }.Where(connection => factories.Any(factory => factory.Kind == connection.Kind))
            .SelectMany(connection => lanes.Select(lane => new Reader(lane, connection.Name, lane.Of(shelf.Of(connection), pair)))).Where(reader => reader.Source is not null)];

    private IResult Answer(BackfillRun run) => Results.Json(run.Report(time.GetUtcNow()), ContractsJson.Options);

    private static IResult Unknown(string pair) => Results.Problem($"There is no usable pair {pair} here.", statusCode: StatusCodes.Status404NotFound);

    private static IResult NoRun() => Results.Problem("There is no such backfill here.", statusCode: StatusCodes.Status404NotFound);

    private sealed record Reader(IBackfillLane Lane, string Connection, BackfillSource? Source);
}
