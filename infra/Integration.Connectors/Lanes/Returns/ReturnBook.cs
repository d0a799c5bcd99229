using System.Text.Json;
using Integration.Contracts.Orders;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>Keeps what is known of orders' returns.</summary>
internal static class ReturnBook
{
    /// <summary>What is known, locked until the transaction ends; null when nothing is.</summary>
    public static async Task<ReturnsOfOrder?> FindAsync(IUnit unit, OrderKey key, CancellationToken ct) =>
        await unit.FirstOrDefaultAsync<string>(
            $"SELECT content FROM order_returns WHERE pair = @Pair AND order_id = @OrderId{unit.Dialect.ForUpdate}", new { key.Pair, key.OrderId }, ct) is { } content
            ? JsonSerializer.Deserialize<ReturnsOfOrder>(content, ContractsJson.Options)
            : null;

    /// <summary>The same, made when it is new, so that two writers of one order follow each other.</summary>
    public static async Task<ReturnsOfOrder> LockAsync(IUnit unit, OrderKey key, CancellationToken ct)
    {
        await unit.ExecuteAsync(
            "INSERT INTO order_returns (pair, order_id, content) VALUES (@Pair, @OrderId, @content) ON CONFLICT (pair, order_id) DO NOTHING",
            new { key.Pair, key.OrderId, content = JsonSerializer.Serialize(new ReturnsOfOrder(), ContractsJson.Options) }, ct);
        return (await FindAsync(unit, key, ct))!;
    }

    /// <summary>Keeps it.</summary>
    public static Task StoreAsync(IUnit unit, OrderKey key, ReturnsOfOrder returns, CancellationToken ct) => unit.ExecuteAsync(
        "UPDATE order_returns SET content = @content WHERE pair = @Pair AND order_id = @OrderId",
        new { key.Pair, key.OrderId, content = JsonSerializer.Serialize(returns, ContractsJson.Options) }, ct);
}
