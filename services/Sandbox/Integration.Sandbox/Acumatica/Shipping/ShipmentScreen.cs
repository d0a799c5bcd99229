using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Money;
using Integration.Sandbox.Acumatica.Orders;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;

namespace Integration.Sandbox.Acumatica.Shipping;

/// <summary>Shipments (SO302000). Made from an order; packages and quantities may be changed until it is confirmed.</summary>
internal sealed class ShipmentScreen() : Screen("Shipment", "Shipment")
{
    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } = new HashSet<string>
    {
        "Shipment.Status", "Shipment.ShippedQty", "Shipment.PackageCount", "Shipment.NoteID", "Shipment.Orders", "Shipment.LastModifiedDateTime",
        "Shipment.CreatedDateTime", "ShipmentDetail.LineNbr", "ShipmentDetail.OrderedQty", "ShipmentDetail.OriginalQty", "ShipmentDetail.OpenQty", "ShipmentPackage.LineNbr",
    };

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ScreenAction> Actions { get; } = new Dictionary<string, ScreenAction>
    {
        ["ConfirmShipment"] = new(true, (save, shipment, _) => Confirm(save, shipment)),
        ["CorrectShipment"] = new(true, (save, shipment, _) => Correct(save, shipment)),
        ["UpdateIN"] = new(true, Post),
        ["PrepareInvoice"] = new(true, (save, shipment, _) => Invoicing.Prepare(save, shipment)),
    };

    /// <inheritdoc/>
    public override void Open(Save save, Row row) => row.Set("Type", "Shipment").Set("Operation", "Issue").Set("WarehouseID", "MAIN").Set("Status", "Open")
        .Set("ShipmentDate", new DateTimeOffset(save.Now.Date, TimeSpan.Zero));

    /// <inheritdoc/>
    public override void Number(Save save, Row row) => row.Set("ShipmentNbr", save.Next("Shipment", ""));

    /// <inheritdoc/>
    public override void Apply(Save save, Row row, Change change, bool isNew)
    {
        // A confirmed shipment takes no more changes but for what the packages say.
        if (isNew || row.Text("Status") is "On Hold" or "Open")
        {
            base.Apply(save, row, change, isNew);
        }
    }

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        if (row.Text("Status") is not ("On Hold" or "Open"))
        {
            return;
        }

        if (save.Find("Customer", row.Text("CustomerID")) is null)
        {
            Missing(row, "CustomerID", "Customer", row.Text("CustomerID"));
        }

        if (row.Has("ShipVia") && save.Find("ShipVia", row.Text("ShipVia")) is null)
        {
            Missing(row, "ShipVia", "Ship Via", row.Text("ShipVia"));
        }

        var number = row.Lines("Details").Select(line => line.Whole("LineNbr")).DefaultIfEmpty(0).Max();
        foreach (var line in row.Lines("Details"))
        {
            line.Default("LineNbr", line.Has("LineNbr") ? null : ++number);
            CheckLine(save, row, line);
        }

        number = row.Lines("Packages").Select(package => package.Whole("LineNbr")).DefaultIfEmpty(0).Max();
        foreach (var package in row.Lines("Packages"))
        {
            package.Default("LineNbr", package.Has("LineNbr") ? null : ++number).Default("BoxID", "MEDIUM").Default("UOM", "KG").Default("Weight", 0m).Set("NoteID", package.Id);
        }

        row.Set("Status", row.Flag("Hold") ? "On Hold" : "Open");
        if (!row.HasErrors)
        {
            Sum(row);
            Refresh(save, row);
        }
    }

    /// <inheritdoc/>
    public override void Delete(Save save, Row row)
    {
        if (row.Text("Status") is not ("On Hold" or "Open"))
        {
            throw ErpFault.Exception("Error: A confirmed shipment cannot be deleted.");
        }

        base.Delete(save, row);
        Refresh(save, row);
    }

    /// <summary>Confirms: the goods have left.</summary>
    public static void Confirm(Save save, Row shipment)
    {
        if (shipment.Text("Status") != "Open")
        {
            throw ErpFault.Disabled("Confirm Shipment");
        }

        if (shipment.Lines("Details").TrueForAll(line => line.Number("ShippedQty") == 0))
        {
            throw ErpFault.Exception("Error: The shipment cannot be confirmed: the shipped quantity is zero.");
        }

        shipment.Lines("Packages").ForEach(package => package.Set("Confirmed", true));
        shipment.Set("Status", "Confirmed");
        Refresh(save, shipment);
    }

    internal static void Sum(Row shipment)
    {
        shipment.Set("ShippedQty", shipment.Lines("Details").Sum(line => line.Number("ShippedQty"))).Set("PackageCount", shipment.Lines("Packages").Count);
        var orders = shipment.Lines("Orders");
        foreach (var group in shipment.Lines("Details").GroupBy(line => (Type: line.Text("OrderType"), Number: line.Text("OrderNbr"))))
        {
            var row = orders.Find(kept => kept.Text("OrderType") == group.Key.Type && kept.Text("OrderNbr") == group.Key.Number)
                ?? shipment.Add("Orders").Set("OrderType", group.Key.Type).Set("OrderNbr", group.Key.Number);
            row.Set("ShipmentNbr", shipment.Text("ShipmentNbr")).Set("ShipmentType", shipment.Text("Type")).Set("ShippedQty", group.Sum(line => line.Number("ShippedQty")));
        }
    }

    internal static void Refresh(Save save, Row shipment)
    {
        foreach (var row in shipment.Lines("Orders"))
        {
            if (save.Find("SalesOrder", row.Text("OrderType"), row.Text("OrderNbr")) is { } order)
            {
                OrderProgress.Refresh(save, save.Edit(order));
            }
        }
    }

    private static void Correct(Save save, Row shipment)
    {
        if (shipment.Text("Status") != "Confirmed" || shipment.Lines("Orders").Exists(row => row.Has("InvoiceNbr") || row.Has("InventoryRefNbr")))
        {
            throw ErpFault.Disabled("Correct Shipment");
        }

        shipment.Lines("Packages").ForEach(package => package.Set("Confirmed", false));
        shipment.Set("Status", "Open");
        Refresh(save, shipment);
    }

    /// <summary>Writes the inventory document that takes the goods from the ledger, or brings them back.</summary>
    internal static void Issue(Row shipment)
    {
        var isReceipt = shipment.Text("Operation") == "Receipt";
        shipment.Lines("Orders").ForEach(row => row.Default("InventoryDocType", isReceipt ? "Receipt" : "Issue")
            .Default("InventoryRefNbr", $"{(isReceipt ? "R" : "I")}{shipment.Text("ShipmentNbr")}"));
    }

    private static void Post(Save save, Row shipment, Change parameters)
    {
        if (shipment.Text("Status") is "On Hold" or "Open")
        {
            throw ErpFault.Disabled("Update IN");
        }

        Issue(shipment);
        Refresh(save, shipment);
    }

    private static void CheckLine(Save save, Row shipment, Row line)
    {
        line.Default("OrderType", "SO");
        var order = save.Find("SalesOrder", line.Text("OrderType"), line.Text("OrderNbr"));
        var ordered = order?.Lines("Details").Find(row => line.Has("OrderLineNbr")
            ? row.Whole("LineNbr") == line.Whole("OrderLineNbr") : row.Text("InventoryID").Equals(line.Text("InventoryID"), StringComparison.OrdinalIgnoreCase));
        if (order is null || ordered is null)
        {
            line.Fail("OrderNbr", $"'Order Nbr.' '{line.Text("OrderNbr")}' cannot be found in the system.");
            return;
        }

        var others = save.All("Shipment").Where(other => other.Id != shipment.Id).SelectMany(other => other.Lines("Details"))
            .Where(other => other.Text("OrderNbr") == line.Text("OrderNbr") && other.Text("OrderType") == line.Text("OrderType") && other.Whole("OrderLineNbr") == ordered.Whole("LineNbr"))
            .Sum(other => other.Number("ShippedQty"));
        line.Set("OrderLineNbr", ordered.Whole("LineNbr")).Set("InventoryID", ordered.Text("InventoryID")).Set("OrderedQty", ordered.Number("OrderQty"))
            .Set("OriginalQty", ordered.Number("OrderQty")).Default("UOM", ordered.Text("UOM")).Default("WarehouseID", ordered.Text("WarehouseID"))
            .Default("ShippedQty", ordered.Number("OrderQty") - others);
        line.Set("OpenQty", ordered.Number("OrderQty") - others - line.Number("ShippedQty"));
        if (line.Number("OpenQty") < 0)
        {
            line.Fail("ShippedQty", "The shipped quantity cannot exceed the open quantity of the sales order line.");
        }
    }
}
