using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Stock.Reading;

/// <summary>
/// The one sequence of an ERP connection. A reading that took its number before it asked the ERP contains every order whose number is lower: that
/// order's number was taken after the ERP showed it, and the row's lock puts both in one order (<c>docs/adr/0060-stock-by-one-sequence.md</c>).
/// </summary>
internal sealed class StockTickets(IDatabase database)
{
    /// <summary>Takes the next number in a transaction of its own: for a reading that begins afterwards.</summary>
    public Task<long> NextAsync(string connection, CancellationToken ct) =>
        database.TransactAsync((unit, token) => NextAsync(unit, connection, token), ct);

    /// <summary>Takes the next number in the caller's transaction: for a state that the ERP has shown already.</summary>
    public static async Task<long> NextAsync(IUnit unit, string connection, CancellationToken ct)
    {
        await unit.ExecuteAsync(
            "INSERT INTO stock_ticket (connection, value) VALUES (@connection, 1) ON CONFLICT (connection) DO UPDATE SET value = stock_ticket.value + 1", new { connection }, ct);
        return await unit.FirstOrDefaultAsync<long>("SELECT value FROM stock_ticket WHERE connection = @connection", new { connection }, ct);
    }
}
