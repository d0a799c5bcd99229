using Integration.Run.Stack;
using Integration.Tests.Chaos.Deaths;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Chaos.Load;
using Npgsql;

namespace Integration.Tests.Chaos.Replicas;

/// <summary>R13: every service is scaled from one process to three, restarted one after another, and scaled back to one, while orders, hints and stock flow.</summary>
internal sealed class Rolling(ChaosStack stack, string database) : IDisposable
{
    private const double PerSecond = 3;
    private const int MostWaiting = 100;
    private static readonly ServiceRole[] Scaled = [ServiceRole.Gateway, ServiceRole.Adapter, ServiceRole.OrderToCash];
    private static readonly TimeSpan Ready = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(90);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly Gateways _gateways = new();
    private readonly List<(ServiceRole Role, string Name, Uri? Address)> _replicas = [];
    private readonly RisingStock _stock = new(stack);

    public async Task<Findings> RunAsync(TimeSpan between, CancellationToken ct)
    {
        var orders = new OrderStream(stack, "rolling", MostWaiting);
        var hints = new HintStream(_http, stack.Pair.Name, _gateways.Next);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _replicas.AddRange(
        [
            (ServiceRole.Gateway, ServiceRole.Gateway.Name, stack.State.Gateway), (ServiceRole.Adapter, ServiceRole.Adapter.Name, stack.State.Adapter),
            (ServiceRole.OrderToCash, ServiceRole.OrderToCash.Name, null),
        ]);
        _gateways.Add(stack.State.Gateway);
        var epochs = await EpochsAsync(ct);
        var background = Task.WhenAll(
            hints.RunAsync(orders.Ids, over.Token), orders.WatchAsync(TimeSpan.FromSeconds(2), over.Token, ct), _stock.RunAsync(TimeSpan.FromSeconds(1), enough.Token, ct));
        var placing = orders.PlaceAsync(int.MaxValue, PerSecond, enough.Token, ct);

        await Task.Delay(between, ct);
        foreach (var role in Scaled) await GrowAsync(role, ct);
        await Task.Delay(between, ct);
        foreach (var replica in _replicas.ToList()) await RestartAsync(replica, ct);
        await Task.Delay(between, ct);
        await ShrinkAsync(ct);
        await Task.Delay(between, ct);
        await enough.CancelAsync();
        await placing;

        var findings = new Findings();
        findings.Take(await stack.LastLedgerAsync(Drained, ct));
        findings.Take("behind the ERP", await _stock.BehindAsync(Drained, ct));
        await over.CancelAsync();
        await background;
        findings.Take("levels overtaken by older ones", _stock.Falls);
        findings.Take("hints not taken", [.. hints.Answers.Where(answer => answer.Key != "202").Select(answer => $"{answer.Key}: {answer.Value}")]);
        findings.Take("on the attention list", [.. (await stack.Operations.AttentionAsync(ct)).Select(entry => entry.ToString())]);
        var moves = (await EpochsAsync(ct)).ToDictionary(lease => lease.Key, lease => lease.Value - epochs.GetValueOrDefault(lease.Key));
        findings.When(moves.Count == 0 || moves.Values.Any(moved => moved == 0), $"leases did not move: {string.Join(", ", moves)}");
        Verdict.Tell($"1 → 3 → 1 processes of {Scaled.Length} services, {orders.Placed} orders, {hints.Answers.GetValueOrDefault("202")} hints taken, {_stock.Rises} levels seen to rise, "
            + $"leases taken anew {string.Join(", ", moves.Select(lease => $"{lease.Key} {lease.Value} times"))}; slowest order {orders.Slowest.TotalSeconds:0} s; {findings}");
        return findings;
    }

    public void Dispose() => _http.Dispose();

    private async Task GrowAsync(ServiceRole role, CancellationToken ct)
    {
        for (var more = 0; more < 2; more++)
        {
            var (name, address) = stack.Processes.AddReplica(role);
            await ReadyAsync(address, ct);
            _replicas.Add((role, name, address));
            if (role == ServiceRole.Gateway) _gateways.Add(address);
        }
    }

    private async Task RestartAsync((ServiceRole Role, string Name, Uri? Address) replica, CancellationToken ct)
    {
        if (replica.Role == ServiceRole.Gateway) _gateways.Remove(replica.Address!);
        await stack.Processes.RestartAsync(replica.Name, ct);
        if (replica.Address is not null) await ReadyAsync(replica.Address, ct);
        if (replica.Role == ServiceRole.Gateway) _gateways.Add(replica.Address!);
    }

    /// <summary>The first of each goes, and the second: whoever held a lease gives it up.</summary>
    private async Task ShrinkAsync(CancellationToken ct)
    {
        foreach (var replica in Scaled.SelectMany(role => _replicas.Where(replica => replica.Role == role).SkipLast(1)).ToList())
        {
            if (replica.Role == ServiceRole.Gateway) _gateways.Remove(replica.Address!);
            await stack.Processes.StopReplicaAsync(replica.Name);
            ct.ThrowIfCancellationRequested();
        }
    }

    private Task<bool> ReadyAsync(Uri address, CancellationToken ct) => Eventually.FindAsync(
        async token =>
        {
            try
            {
                using var answer = await _http.GetAsync(new Uri(address, "health/ready"), token);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        ready => ready, Ready, _ => $"{address} is not ready", ct);

    private async Task<Dictionary<string, long>> EpochsAsync(CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(
            $"SELECT name, epoch FROM {ServiceRole.Gateway.Identifier}.lease WHERE name LIKE 'connection:%' UNION ALL SELECT name, epoch FROM {ServiceRole.Adapter.Identifier}.lease WHERE name LIKE 'connection:%'");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var epochs = new Dictionary<string, long>();
        while (await reader.ReadAsync(ct)) epochs[reader.GetString(0)] = reader.GetInt64(1);
        return epochs;
    }
}
