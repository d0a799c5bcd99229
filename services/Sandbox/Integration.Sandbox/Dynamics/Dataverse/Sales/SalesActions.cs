using System.Text.Json;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Queries;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;
using Integration.Sandbox.Dynamics.Dataverse.Writing;

namespace Integration.Sandbox.Dynamics.Dataverse.Sales;

/// <summary>The actions of a sales order: fulfil, cancel, invoice, lock and unlock its prices.</summary>
internal sealed class SalesActions(Writer writer, PayloadReader reader, RecordWriter records, OrganizationSchema schema, ServiceRoot root, DataverseSettings settings)
{
    private const string Fulfill = "FulfillSalesOrder";

    /// <summary>The action, or null when none of that name is not bound to anything.</summary>
    public Func<Transaction, Func<ApiAnswer>>? Find(ApiRequest request, string name) => name switch
    {
        Fulfill when !settings.FulfillIsBound => Close(request, OrderState.Fulfilled, OrderState.Active, OrderState.Submitted),
        "CancelSalesOrder" => Close(request, OrderState.Canceled, OrderState.Active, OrderState.Submitted),
        "ConvertSalesOrderToInvoice" => Invoice(request),
        "LockSalesOrderPricing" => Lock(request, isLocked: true),
        "UnlockSalesOrderPricing" => Lock(request, isLocked: false),
        _ => null,
    };

    /// <summary>The action, or null when none of that name is bound to the set.</summary>
    public Func<Transaction, Func<ApiAnswer>>? FindBound(ApiRequest request, TableSchema table, string name) =>
        table.Name == "salesorder" && name == BulkMessages.Prefix + Fulfill && settings.FulfillIsBound ? Close(request, OrderState.Fulfilled, OrderState.Active, OrderState.Submitted) : null;

    /// <summary>Closes an order with a row that tells of it.</summary>
    public static void Close(Transaction transaction, Record order, long state, long status, params ReadOnlySpan<long> from)
    {
        if (!from.Contains(order.Whole("statecode")))
        {
            throw DocumentRules.Transition(order);
        }

        var statuses = order.Table["statuscode"].Options.Where(option => option.Value.State == state).Select(option => option.Key).ToList();
        if (status != -1 && !statuses.Contains(status))
        {
            throw DataverseFault.BadRequest(
                ErrorCode.InvalidStateCodeStatusCode, $"{status} is not a valid status code for state code {order.Table["statecode"].Options[state].Label} on salesorder with Id {order.Id}.");
        }

        var closed = transaction.Edit(order).Set("statecode", state).Set("statuscode", status == -1 ? statuses[0] : status);
        if (state == OrderState.Fulfilled)
        {
            closed.Set("datefulfilled", closed.Instant("datefulfilled") ?? transaction.Now);
        }
    }

    private Func<Transaction, Func<ApiAnswer>> Close(ApiRequest request, long state, params long[] from)
    {
        var body = request.Json();
        var close = reader.Read(body.TryGetProperty("OrderClose", out var sent) ? sent : throw Missing("OrderClose"), schema["orderclose"], request.References);
        var status = body.TryGetProperty("Status", out var given) && given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out var number) ? number : throw Missing("Status");
        return transaction =>
        {
            var order = Order(transaction, close);
            close.Parents.Clear();
            close.Links["salesorderid"] = RecordAddress.Of(order);
            close.Values.TryAdd("ordernumber", order.Text("ordernumber"));
            close.Values.TryAdd("actualend", transaction.Now);
            writer.Create(transaction, close);
            Close(transaction, order, state, status, from);
            return () => new ApiAnswer(204);
        };
    }

    private Func<Transaction, Func<ApiAnswer>> Invoice(ApiRequest request)
    {
        var body = request.Json();
        var (id, view) = (OrderId(body), Columns(body));
        return transaction =>
        {
            var order = transaction.Find("salesorder", id) ?? throw DataverseFault.NotFound("salesorder", id);
            var invoice = InvoiceFromOrder.Make(transaction, order);
            return () =>
            {
                var json = records.Write(invoice, view, request.Preferences);
                json.Insert(0, "@odata.context", $"{root.Address}$metadata#invoices/$entity");
                return ApiAnswer.Json(json);
            };
        };
    }

    private static Func<Transaction, Func<ApiAnswer>> Lock(ApiRequest request, bool isLocked)
    {
        var id = OrderId(request.Json());
        return transaction =>
        {
            var order = transaction.Find("salesorder", id) ?? throw DataverseFault.NotFound("salesorder", id);
            if (order.Whole("statecode") != OrderState.Active)
            {
                throw DocumentRules.Transition(order);
            }

            Pricing.Run(transaction, DocumentKind.Order, transaction.Edit(order).Set("ispricelocked", isLocked));
            return () => new ApiAnswer(204);
        };
    }

    private static Record Order(Transaction transaction, Payload close)
    {
        if (close.Links.GetValueOrDefault("salesorderid") is { } bound)
        {
            return bound.Find(transaction) ?? throw bound.Missing();
        }

        var id = close.Parents.GetValueOrDefault("salesorderid")?.Id ?? throw Missing("OrderClose.salesorderid");
        return transaction.Find("salesorder", id) ?? throw DataverseFault.NotFound("salesorder", id);
    }

    private View Columns(JsonElement body)
    {
        if (!body.TryGetProperty("ColumnSet", out var set))
        {
            throw Missing("ColumnSet");
        }

        var invoice = schema["invoice"];
        return set.TryGetProperty("Columns", out var columns) && columns.ValueKind == JsonValueKind.Array
            ? new View { Select = [.. columns.EnumerateArray().Select(column => invoice.Find(column.GetString()!) ?? throw DataverseFault.NoProperty(column.GetString()!, invoice))] }
            : new View();
    }

    private static Guid OrderId(JsonElement body) =>
        body.TryGetProperty("SalesOrderId", out var sent) && sent.ValueKind == JsonValueKind.String && sent.TryGetGuid(out var id) ? id : throw Missing("SalesOrderId");

    private static DataverseFault Missing(string parameter) => DataverseFault.BadRequest(ErrorCode.InvalidPayload, $"The parameter '{parameter}' is missing or has no valid value.");
}
