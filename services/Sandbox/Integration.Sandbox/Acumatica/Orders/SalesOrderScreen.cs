using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;

namespace Integration.Sandbox.Acumatica.Orders;

/// <summary>Sales orders (SO301000) of every order type that the tenant has; the order number is always numbered.</summary>
internal sealed class SalesOrderScreen(ErpSettings settings) : Screen("SalesOrder", "Sales Order")
{
    private static readonly string[] Locked = ["Shipping", "Invoiced", "Completed", "Canceled"];
    private static readonly string[] Dates = ["Date", "RequestedOn"];

    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } = new HashSet<string>
    {
        "SalesOrder.Status", "SalesOrder.OrderTotal", "SalesOrder.TaxTotal", "SalesOrder.OrderedQty", "SalesOrder.LastModified", "SalesOrder.CreatedDate",
        "SalesOrder.NoteID", "SalesOrder.Shipments", "SalesOrder.Approved", "SalesOrder.CreditHold", "SalesOrderDetail.LineNbr", "SalesOrderDetail.Amount",
        "SalesOrderDetail.ExtendedPrice", "SalesOrderDetail.OpenQty", "SalesOrderDetail.QtyOnShipments", "SalesOrderDetail.Completed",
        "SalesOrderDetail.LineType", "SalesOrderDetail.NoteID", "SalesOrderDetail.LastModifiedDate", "SalesOrderPayment.Status", "SalesOrderPayment.Balance",
        "Totals.DiscountTotal", "Totals.LineTotalAmount", "Totals.MiscTotalAmount", "Totals.TaxTotal", "Totals.UnpaidBalance",
    };

    /// <inheritdoc/>
    public override IReadOnlySet<string> Unoptimizable { get; } = new HashSet<string> { "Totals", "Payments" };

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ScreenAction> Actions { get; } = OrderActions.All(settings);

    /// <inheritdoc/>
    public override void Open(Save save, Row row)
    {
        var today = new DateTimeOffset(save.Now.Date, TimeSpan.Zero);
        row.Set("OrderType", "SO").Set("Hold", true).Set("Date", today).Set("RequestedOn", today).Set("EffectiveDate", today).Set("TaxCalcMode", "Tax Settings");
    }

    /// <inheritdoc/>
    public override void Number(Save save, Row row) => row.Set("OrderNbr", save.Next($"SalesOrder.{row.Text("OrderType")}", row.Text("OrderType")));

    /// <inheritdoc/>
    public override void Apply(Save save, Row row, Change change, bool isNew)
    {
        if (!isNew && Locked.Contains(row.Text("Status")))
        {
            Annotate(row, change);
            return;
        }

        var shipped = row.Lines("Details").FindAll(line => line.Number("QtyOnShipments") > 0);
        base.Apply(save, row, change, isNew);
        if (shipped.Exists(line => !row.Lines("Details").Contains(line)))
        {
            row.Error = "The line cannot be deleted because it is on a shipment.";
        }

        if (change.Linked.GetValueOrDefault("ShippingSettings") is { } shipping)
        {
            if (shipping.Values.GetValueOrDefault("OverrideFreightPrice") is true)
            {
                row.Link("Totals").Set("OverrideFreightAmount", true).Set("Freight", shipping.Values.GetValueOrDefault("FreightPrice") ?? 0m);
            }

            if (shipping.Text("ShipVia") is { Length: > 0 } via && !change.Values.ContainsKey("ShipVia"))
            {
                row.Set("ShipVia", via);
            }
        }
    }

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        if (!isNew && Locked.Contains(row.Text("Status")))
        {
            return;
        }

        if (!OrderTypes.IsKnown(row.Text("OrderType")))
        {
            Missing(row, "OrderType", "Order Type", row.Text("OrderType"));
        }

        foreach (var date in Dates)
        {
            row.Set(date, row.Instant(date) is { } instant ? new DateTimeOffset(instant.Date, TimeSpan.Zero) : new DateTimeOffset(save.Now.Date, TimeSpan.Zero));
        }

        ForbidDuplicate(save, row);
        OrderParties.Check(save, row);
        var digits = (int)(save.Find("Currency", row.Text("CurrencyID"))?.Whole("DecimalPrecision") ?? 2);
        OrderLines.Check(save, row, digits);
        OrderTotals.Work(save, row, digits);
        OrderPayments.Take(save, row);
        if (!row.HasErrors)
        {
            OrderProgress.Refresh(save, row);
        }
    }

    /// <inheritdoc/>
    public override void Delete(Save save, Row row)
    {
        if (row.Lines("Shipments").Count > 0 || row.Lines("Payments").Exists(payment => payment.Number("AppliedToOrder") != 0))
        {
            throw Calls.ErpFault.Exception("The sales order cannot be deleted: it has shipments or payments applied.");
        }

        base.Delete(save, row);
    }

    // The form disables its fields in such a status; the service then keeps the old values and says nothing. What
    // integrations write down about refunds, notes and custom fields stay open.
    private static void Annotate(Row row, Change change)
    {
        row.Note = change.Note ?? row.Note;
        if (change.Values.TryGetValue("ExternalRefundRef", out var refunds))
        {
            row.Set("ExternalRefundRef", refunds);
        }

        foreach (var (path, value) in change.Custom)
        {
            row.SetCustom(path, value);
        }
    }

    private void ForbidDuplicate(Save save, Row row)
    {
        if (!settings.ForbidDuplicates.Contains(row.Text("OrderType")))
        {
            return;
        }

        if (!row.Has("CustomerOrder"))
        {
            row.Fail("CustomerOrder", "'Customer Order Nbr.' cannot be empty.");
        }
        else if (save.By("SalesOrder", "CustomerOrder", row.Text("CustomerOrder")).FirstOrDefault(other => other.Id != row.Id) is { } twin)
        {
            row.Fail("CustomerOrder", $"The customer order number '{row.Text("CustomerOrder")}' already exists in the sales order {twin.Text("OrderType")} {twin.Text("OrderNbr")}.");
        }
    }
}
