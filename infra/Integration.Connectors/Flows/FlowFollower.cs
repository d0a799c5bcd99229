using Integration.Connectors.Pairs;
using Integration.Contracts.Operations;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integration.Connectors.Flows;

/// <summary>
/// Keeps the last good flow document of every pair over restarts, and puts one that cannot be used on the attention list, once per text.
/// It is started before anything screens or reads.
/// </summary>
internal sealed class FlowFollower(
    PairCatalog catalog, FlowDocuments documents, IDatabase database, IOutbox outbox, IOptions<FlowFollowerOptions> options, TimeProvider time,
    ILogger<FlowFollower> log) : BackgroundService
{
    private const string Entity = "document";
    private static readonly TimeSpan Follow = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, (string Text, string Problem)> _kept = new(StringComparer.Ordinal);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Takes up what was kept.</summary>
    internal async Task LoadAsync(CancellationToken ct)
    {
        var rows = await database.ReadAsync((unit, token) => unit.ListAsync<Row>(
            "SELECT pair AS Pair, text AS Text, problem AS Problem FROM flow_document", null, token), ct);
        foreach (var row in rows)
        {
            _kept[row.Pair] = (row.Text, row.Problem);
            if (row.Text.Length > 0) documents.Restore(row.Pair, row.Text);
        }
    }

    /// <summary>Stores and tells what changed since the last time.</summary>
    internal async Task FollowAsync(CancellationToken ct)
    {
        foreach (var pair in catalog.Pairs)
        {
            var stand = documents.StandOf(pair.Name);
            var text = documents.GoodText(pair.Name) ?? "";
            if (_kept.GetValueOrDefault(pair.Name, ("", "")) == (text, stand.Problem)) continue;
            await database.TransactAsync((unit, token) => StoreAsync(unit, pair.Name, text, stand, token), ct);
            _kept[pair.Name] = (text, stand.Problem);
            if (stand.Problem.Length > 0) log.LogError("The flow document of pair {Pair} cannot be used. {Problem}", pair.Name, stand.Problem);
            else log.LogInformation("Pair {Pair} follows flow document {Document}, version {Version}", pair.Name, stand.Document.Id, stand.Document.Version);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception failure) when (database.IsTransient(failure))
            {
                log.LogWarning("What counts of flow documents could not be stored and is stored later: {Reason}", failure.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Follow, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task StoreAsync(IUnit unit, string pair, string text, FlowStand stand, CancellationToken ct)
    {
        var before = await unit.FirstOrDefaultAsync<string>($"SELECT problem FROM flow_document WHERE pair = @pair{unit.Dialect.ForUpdate}", new { pair }, ct) ?? "";
        await unit.ExecuteAsync(
            """
            INSERT INTO flow_document (pair, text, problem, kept_at) VALUES (@pair, @text, @problem, @now)
            ON CONFLICT (pair) DO UPDATE SET text = excluded.text, problem = excluded.problem, kept_at = excluded.kept_at
            """,
            new { pair, text, problem = stand.Problem, now = time.UnixMs() }, ct);
        // Another replica told it already.
        if (!options.Value.RaisesAttention || before == stand.Problem) return;
        if (stand.Problem.Length > 0) await RaiseAsync(unit, pair, stand, ct);
        else await outbox.EnqueueAsync(unit, Queues.Console,
            new AttentionCleared(pair, Entity, FlowDocuments.Name, AttentionClasses.DocumentUnusable, "The flow document can be used again.", time.GetUtcNow()), ct);
    }

    private Task<Guid> RaiseAsync(IUnit unit, string pair, FlowStand stand, CancellationToken ct) => outbox.EnqueueAsync(unit, Queues.Console, new AttentionRaised
    {
        Pair = pair,
        Lane = "orders",
        Entity = Entity,
        RecordId = FlowDocuments.Name,
        Number = FlowDocuments.Name,
        Class = AttentionClasses.DocumentUnusable,
        Reasons = [new Reason(FlowDocuments.Name, stand.Problem)],
        Advice = stand.IsUsable
            ? $"Correct the document or put the former text back. Until then version {stand.Document.Version}, the last one that could be used, goes on counting."
            : "Correct the document. No version of it that could be used is known, so every order is held until then; release them afterwards.",
        At = time.GetUtcNow(),
    }, ct);

    private sealed record Row
    {
        public string Pair { get; init; } = "";

        public string Text { get; init; } = "";

        public string Problem { get; init; } = "";
    }
}
