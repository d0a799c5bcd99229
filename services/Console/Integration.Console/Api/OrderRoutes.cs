using Integration.Console.Access;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using Integration.Console.Records;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integration.Console.Api;

internal static class OrderRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/orders/{pair}/{orderId}/release", (IDatabase database, IOutbox outbox, HttpContext http, string pair, string orderId, CancellationToken ct) =>
            SendAsync(database, outbox, pair, orderId, Queues.OrderToCash(pair), new ReleaseOrder(new OrderKey(pair, orderId), OperatorName.Of(http.Request)), ct))
            .ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Lets a held order go on.");
        api.MapPost("/orders/{pair}/{orderId}/resubmit", (IDatabase database, IOutbox outbox, HttpContext http, string pair, string orderId, CancellationToken ct) =>
            SendAsync(database, outbox, pair, orderId, Queues.OrderToCash(pair), new ResubmitOrder(new OrderKey(pair, orderId), OperatorName.Of(http.Request)), ct))
            .ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Sends a refused order again.");
        api.MapPost("/orders/{pair}/{orderId}/reread", (IDatabase database, IOutbox outbox, HttpContext http, string pair, string orderId, CancellationToken ct) =>
            SendAsync(database, outbox, pair, orderId, Queues.OrdersRead(pair), new RereadRecord(pair, Entities.Order, orderId, OperatorName.Of(http.Request)), ct))
            .ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Reads the order in the shop afresh.");
    }

    private static Task<Results<Accepted, ProblemHttpResult>> SendAsync<T>(
        IDatabase database, IOutbox outbox, string pair, string orderId, string queue, T command, CancellationToken ct) where T : class =>
        database.TransactAsync<Results<Accepted, ProblemHttpResult>>(async (unit, token) =>
        {
            if (await RecordStore.GetAsync(unit, pair, Entities.Order, orderId, token) is null)
            {
                return TypedResults.Problem("No such order was seen. The address needs the shop's order id, not its number: find it with /api/records?number=…", statusCode: StatusCodes.Status404NotFound);
            }

            await outbox.EnqueueAsync(unit, queue, command, token);
            return TypedResults.Accepted((string?)null);
        }, ct);
}
