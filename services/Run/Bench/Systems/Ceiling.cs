using System.Text.Json.Serialization;
using Integration.Run.Stack;

namespace Integration.Run.Bench.Systems;

/// <summary>What broker and database alone do on the same machine, the services idle beside them.</summary>
internal sealed record Ceiling
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(6);

    /// <summary>Messages of 2 kB through a quorum queue, published with confirm, taken, acknowledged.</summary>
    [JsonPropertyName("brokerMessagesPerSecond")]
    public required double BrokerMessages { get; init; }

    /// <summary>Transactions of one inserted row.</summary>
    [JsonPropertyName("databaseCommitsPerSecond")]
    public required double DatabaseCommits { get; init; }

    /// <summary>Orders per second at which the broker alone would be busy with the messages of an order.</summary>
    [JsonPropertyName("brokerOrdersPerSecond")]
    public double? BrokerOrders { get; init; }

    /// <summary>Orders per second at which the database alone would be busy with the commits of an order, one row each.</summary>
    [JsonPropertyName("databaseOrdersPerSecond")]
    public double? DatabaseOrders { get; init; }

    public static async Task<Ceiling> MeasureAsync(IRunningStack stack, CancellationToken ct) => new()
    {
        BrokerMessages = await BrokerCeiling.MeasureAsync(stack.Backing.Broker!.Amqp, Each, ct),
        DatabaseCommits = await DatabaseCeiling.MeasureAsync(stack.Backing.Database!.AdministratorConnection, Each, ct),
    };

    /// <summary>With what an order needs of them.</summary>
    public Ceiling Per(double messages, double commits) => this with
    {
        BrokerOrders = messages > 0 ? Math.Round(BrokerMessages / messages, 1) : null, DatabaseOrders = commits > 0 ? Math.Round(DatabaseCommits / commits, 1) : null,
    };
}
