using Integration.Connectors.Hosting;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Connectors.Lanes.Stock;

/// <summary><c>GET /internal/stock/{pair}</c>: how often SKUs were marked and levels written, as the gateway counts them; for operators on this machine.</summary>
internal sealed class StockRoutes(IDatabase database) : IEndpointModule
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGroup("/internal/stock").AddEndpointFilter(LoopbackGuard.RefuseOthersAsync).MapGet("/{pair}", async (string pair, CancellationToken ct) =>
            Results.Json(await database.ReadAsync((unit, token) => unit.FirstOrDefaultAsync<StockTotals>(
                """
                SELECT COUNT(*) AS Skus, COALESCE(SUM(marks), 0) AS Marked, COALESCE(SUM(writes), 0) AS Written, COALESCE(SUM(CASE WHEN dirty > 0 THEN 1 ELSE 0 END), 0) AS Waiting
                FROM stock_level WHERE scope = @pair
                """,
                new { pair }, token), ct) ?? new StockTotals(), ContractsJson.Options));
}
