using Integration.Sandbox.Acumatica.Customers;
using Integration.Sandbox.Acumatica.Items;
using Integration.Sandbox.Acumatica.Ledger;
using Integration.Sandbox.Acumatica.Money;
using Integration.Sandbox.Acumatica.Orders;
using Integration.Sandbox.Acumatica.Pricing;
using Integration.Sandbox.Acumatica.Purchasing;
using Integration.Sandbox.Acumatica.Shipping;

namespace Integration.Sandbox.Acumatica.Screens;

/// <summary>The forms that the stand-in has, by entity.</summary>
internal sealed class ScreenBook
{
    private readonly Dictionary<string, Screen> _screens;

    public ScreenBook(ErpSettings settings) => _screens = new Screen[]
    {
        new SalesOrderScreen(settings),
        new CustomerScreen(settings),
        new ItemScreen("StockItem", "Stock Item"),
        new ItemScreen("NonStockItem", "Non-Stock Item"),
        new TemplateScreen(),
        new KitScreen(),
        new CategoryScreen(),
        new PriceWorksheetScreen(),
        new SetupScreen("ItemClass", "ClassID", "Item Class"),
        new SetupScreen("ItemWarehouse", "InventoryID", "Inventory"),
        new SetupScreen("AttributeDefinition", "AttributeID", "Attribute"),
        new SetupScreen("UnitsOfMeasure", "UnitID", "Unit"),
        new SetupScreen("CustomerPriceClass", "PriceClassID", "Price Class"),
        new SetupScreen("TaxCategory", "TaxCategoryID", "Tax Category"),
        new ContactScreen(),
        new LocationScreen(),
        new PurchaseOrderScreen(),
        new SetupScreen("Vendor", "VendorID", "Vendor"),
        new ShipmentScreen(),
        new PaymentScreen(),
        new SalesInvoiceScreen(),
        new JournalScreen(),
        new SetupScreen("Account", "AccountCD", "Account"),
        new SetupScreen("Subaccount", "SubaccountCD", "Subaccount"),
        new SetupScreen("Ledger", "LedgerID", "Ledger"),
        new SetupScreen("FinancialPeriod", "FinancialYear", "Financial Year"),
        new SetupScreen("Warehouse", "WarehouseID", "Warehouse"),
        new SetupScreen("PaymentMethod", "PaymentMethodID", "Payment Method"),
        new SetupScreen("Tax", "TaxID", "Tax"),
        new SetupScreen("TaxZone", "TaxZoneID", "Tax Zone"),
        new SetupScreen("ShipVia", "CarrierID", "Ship Via"),
        new SetupScreen("Currency", "CurrencyID", "Currency"),
        new SetupScreen("CustomerClass", "ClassID", "Customer Class"),
    }.ToDictionary(screen => screen.Entity);

    public Screen this[string entity] => _screens.TryGetValue(entity, out var screen)
        ? screen : throw Calls.ErpFault.NotFound($"The stand-in does not serve {entity}.");
}
