using System.Text.Json.Nodes;
using Integration.LocalServers;
using Integration.LocalServers.Postgres;
using Integration.LocalServers.RabbitMq;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Servers;

namespace Integration.Tests.Chaos.Deaths;

/// <summary>A broker and a database that may be killed, and a stack of separate processes on them that the tests of the class share.</summary>
public sealed class OwnServers : IAsyncDisposable
{
    // Orders and statuses that were under way in a process that died are looked for and written again only after this time (three deadlines
    // and the longest late commit), which no bar counts as stuck.
    internal static readonly TimeSpan Quiet = TimeSpan.FromSeconds((3 * 5) + 6);

    private readonly List<ChaosStack> _stacks = [];
    private PrivateRabbitMq? _broker;
    private PrivatePostgres? _postgres;
    private ChaosStack? _shared;
    private int _databases;

    internal PrivateRabbitMq Broker => _broker!;

    internal PrivatePostgres Postgres => _postgres!;

    /// <summary>The connection string of the shared stack's database.</summary>
    internal string Database { get; private set; } = "";

    /// <summary>Whether the ERP takes a second order with our reference, so that only the quiet time and the look keep it out: every other seed.</summary>
    internal static bool AllowsDuplicates => ChaosScale.Seed % 2 == 1;

    /// <summary>The stack that the tests of the class share.</summary>
    internal async Task<ChaosStack> SharedAsync(CancellationToken ct) => _shared ??= await FreshAsync(null, ct);

    /// <summary>A stack of its own, with a known mistake in all services if one is named.</summary>
    internal async Task<ChaosStack> FreshAsync(string? defect, CancellationToken ct)
    {
        TestSettings.SkipWhenFast("RabbitMQ and PostgreSQL");
        // Disks are waited for: what a killed server had confirmed must be there again.
        _broker ??= await PrivateRabbitMq.StartAsync(new PrivateServerOptions { DataFolder = TestSettings.NewFolder("chaos-rabbitmq") }, ct);
        _postgres ??= await PrivatePostgres.StartAsync(new PrivateServerOptions { DataFolder = TestSettings.NewFolder("chaos-postgres") }, ct);
        var name = $"chaos{++_databases}";
        await _broker.Management.CreateVirtualHostAsync(name, ct);
        Database = await _postgres.CreateDatabaseAsync(name, name, ct);
        await _broker.Management.CreateUserAsync("chaos", "chaos", name, ".*", ".*", ".*", ct);
        var stack = await ChaosStack.SeparateAsync(_broker.AmqpOf(name, "chaos", "chaos"), Database, ct, Hasten, defect, PairUnderChaos.Asked);
        _stacks.Add(stack);
        VirtualHost = name;
        await stack.Pair.SetAsync(stack.Erp, uniqueReference: !AllowsDuplicates, ct);
        return stack;
    }

    /// <summary>Queues of given-up messages that hold any.</summary>
    internal async Task<IReadOnlyList<string>> DeadLettersAsync(CancellationToken ct) =>
        [.. (await Broker.Management.QueuesAsync(VirtualHost, ct)).Where(queue => queue.Name.EndsWith(".dead", StringComparison.Ordinal) && queue.Messages > 0)
            .Select(queue => $"{queue.Name} holds {queue.Messages}")];

    private string VirtualHost { get; set; } = "";

    public async ValueTask DisposeAsync()
    {
        foreach (var stack in _stacks) await stack.DisposeAsync();
        if (_broker is not null) await _broker.DeleteAsync(CancellationToken.None);
        if (_postgres is not null) await _postgres.DeleteAsync(CancellationToken.None);
    }

    private static void Hasten(JsonObject pair)
    {
        pair["sweeps"]!["every"] = "PT5S";
        pair["storefront"]!["deadline"] = "PT3S";
        pair["storefront"]!["settings"]!["longestLateCommitSeconds"] = 5;
        pair["erp"]!["deadline"] = "PT5S";
        pair["erp"]!["settings"]!["longestLateCommit"] = "00:00:06";
        PairUnderChaos.Asked.Describe(pair, uniqueReference: !AllowsDuplicates);
    }
}
