using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Sales;
using Integration.Sandbox.Dynamics.Dataverse.Writing;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Plays the people in the sales department: they fulfil, cancel, invoice and change orders by the rules that hold for them.</summary>
internal sealed class OrderDesk(Books books, Writer writer, PayloadReader reader)
{
    private static readonly Dictionary<string, RecordAddress> NoReferences = [];

    /// <summary>Makes an invoice per parcel with its tracking number on the lines, and fulfils the order, partially while something is left.</summary>
    public Task<JsonObject> ShipAsync(ShipRequest request, CancellationToken cancellationToken) => RunAsync(
        transaction =>
        {
            var order = transaction.Edit(Find(transaction, request));
            if (order.Whole("statecode") is not (OrderState.Active or OrderState.Submitted) && order.Whole("statuscode") != OrderState.Partial)
            {
                throw DocumentRules.Transition(order);
            }

            var shipped = new JsonArray();
            foreach (var parcel in request.Parcels.Count > 0 ? request.Parcels : [new Parcel()])
            {
                var tracking = parcel.TrackingNbr ?? string.Create(CultureInfo.InvariantCulture, $"1Z999AA1{transaction.Next():000000}");
                var invoice = Invoice(transaction, order, parcel, tracking);
                shipped.Add(new JsonObject { ["invoiceNbr"] = invoice.Text("invoicenumber"), ["trackingNbr"] = tracking });
            }

            var isComplete = Lines(transaction, order).All(line => Open(line) <= 0m);
            order.Set("statecode", OrderState.Fulfilled).Set("statuscode", isComplete ? OrderState.Complete : OrderState.Partial).Set("datefulfilled", transaction.Now);
            return new JsonObject { ["orderNbr"] = order.Text("ordernumber"), ["status"] = isComplete ? "Complete" : "Partial", ["shipments"] = shipped };
        },
        cancellationToken);

    public Task<JsonObject> CancelAsync(OrderReference reference, CancellationToken cancellationToken) => RunAsync(
        transaction =>
        {
            SalesActions.Close(transaction, Find(transaction, reference), OrderState.Canceled, -1, OrderState.Active, OrderState.Submitted);
            return new JsonObject();
        },
        cancellationToken);

    /// <summary>Invoices the whole order.</summary>
    public Task<JsonObject> InvoiceAsync(InvoiceRequest request, CancellationToken cancellationToken) => RunAsync(
        transaction =>
        {
            var invoice = InvoiceFromOrder.Make(transaction, Find(transaction, request));
            if (request.Paid)
            {
                transaction.Edit(invoice).Set("statecode", 2L).Set("statuscode", 100001L);
            }

            return new JsonObject { ["invoices"] = new JsonArray(invoice.Text("invoicenumber")) };
        },
        cancellationToken);

    /// <summary>Changes the order and its lines.</summary>
    public Task<JsonObject> EditAsync(OrderEdit edit, CancellationToken cancellationToken) => RunAsync(
        transaction =>
        {
            var order = Find(transaction, edit);
            foreach (var line in edit.Lines)
            {
                Change(transaction, order, line);
            }

            if (edit.Fields is { } fields)
            {
                writer.Update(transaction, transaction.Find(order.Reference)!, reader.Read(fields, order.Table, NoReferences));
            }

            return new JsonObject { ["orderNbr"] = order.Text("ordernumber"), ["total"] = transaction.Find(order.Reference)!.Number("totalamount") };
        },
        cancellationToken);

    private Task<JsonObject> RunAsync(Func<Transaction, JsonObject> work, CancellationToken cancellationToken) => books.RunAsync(
        transaction =>
        {
            transaction.User = Seed.Person;
            return work(transaction);
        },
        cancellationToken);

    private static Record Find(Transaction transaction, OrderReference reference)
    {
        var table = transaction.Schema["salesorder"];
        if (Guid.TryParse(reference.OrderNbr, out var id) && transaction.Find("salesorder", id) is { } known)
        {
            return known;
        }

        return transaction.By("salesorder", ["ordernumber"], reference.OrderNbr)
            .Concat(table.Find("xci_externalid") is null ? [] : transaction.By("salesorder", ["xci_externalid"], reference.OrderNbr)).FirstOrDefault()
            ?? throw new DataverseFault(404, ErrorCode.ObjectDoesNotExist, $"There is no sales order {reference.OrderNbr}.");
    }

    private static Record Invoice(Transaction transaction, Record order, Parcel parcel, string tracking)
    {
        var isFirst = transaction.Children("invoice", "salesorderid", order.Id).Count == 0;
        var invoice = InvoiceFromOrder.Draft(transaction, order);
        if (!isFirst)
        {
            // Freight and the order's discount are on its first invoice.
            invoice.Set("freightamount", null).Set("discountamount", null);
        }

        foreach (var (line, quantity) in Content(transaction, order, parcel))
        {
            InvoiceFromOrder.Add(transaction, invoice, line, quantity).Set("quantityshipped", quantity).Set("shippingtrackingnumber", tracking).Set("actualdeliveryon", transaction.Now);
            transaction.Edit(line).Set("quantityshipped", (line.Number("quantityshipped") ?? 0m) + quantity);
        }

        Pricing.Run(transaction, DocumentKind.Invoice, invoice);
        return invoice;
    }

    private static IReadOnlyList<(Record Line, decimal Quantity)> Content(Transaction transaction, Record order, Parcel parcel)
    {
        var open = Lines(transaction, order).Where(line => Open(line) > 0m).ToList();
        if (parcel.Lines.Count == 0)
        {
            return [.. open.Select(line => (line, Open(line)))];
        }

        return
        [
            .. parcel.Lines.Select(wish => open.Find(line => Name(transaction, line) == wish.InventoryId) is { } line && wish.Qty <= Open(line)
                ? (line, wish.Qty) : throw DataverseFault.Invalid($"The order has no open line of {wish.Qty.ToString(CultureInfo.InvariantCulture)} {wish.InventoryId}.")),
        ];
    }

    private void Change(Transaction transaction, Record order, LineEdit edit)
    {
        var payload = new Payload(transaction.Schema["salesorderdetail"]);
        if (edit.InventoryId is { } sku)
        {
            var product = ItemDesk.Find(transaction, sku);
            payload.Links["productid"] = RecordAddress.Of(product);
            payload.Links["uomid"] = product.Link("defaultuomid") is { } unit ? RecordAddress.Of(transaction.Find(unit)!) : null;
        }

        if (edit.Qty is { } quantity)
        {
            payload.Values["quantity"] = quantity;
        }

        if (edit.UnitPrice is { } price)
        {
            payload.Values["priceperunit"] = price;
            payload.Values["ispriceoverridden"] = true;
        }

        if (edit.LineNbr is not { } number)
        {
            payload.Links["salesorderid"] = RecordAddress.Of(order);
            writer.Create(transaction, payload);
            return;
        }

        var line = Lines(transaction, order).FirstOrDefault(line => line.Whole("lineitemnumber") == number)
            ?? throw new DataverseFault(404, ErrorCode.ObjectDoesNotExist, $"The order has no line {number}.");
        if (edit.Delete)
        {
            writer.Delete(transaction, line);
        }
        else
        {
            writer.Update(transaction, line, payload);
        }
    }

    private static IEnumerable<Record> Lines(Transaction transaction, Record order) =>
        transaction.Children("salesorderdetail", "salesorderid", order.Id).OrderBy(line => line.Whole("lineitemnumber"));

    private static decimal Open(Record line) => (line.Number("quantity") ?? 0m) - (line.Number("quantityshipped") ?? 0m) - (line.Number("quantitycancelled") ?? 0m);

    private static string Name(Transaction transaction, Record line) => transaction.Find(line.Link("productid"))?.Text("productnumber") ?? line.Text("productdescription");
}
