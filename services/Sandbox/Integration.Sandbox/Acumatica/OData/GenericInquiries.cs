using Integration.Sandbox.Acumatica.Inventory;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;

namespace Integration.Sandbox.Acumatica.OData;

/// <summary>The generic inquiries of the tenant; a customer would import them with the connector.</summary>
internal sealed class GenericInquiries
{
    private readonly Dictionary<string, GenericInquiry> _inquiries;

    public GenericInquiries(ErpSettings settings) => _inquiries = new GenericInquiry[]
    {
        Of("IC-Stock", InternalTables.StockStatus, "InventoryID WarehouseID", "OnHand Available ForShipping", "LastModifiedDateTime", (row, status) => row
            .Set("OnHand", status.Number(StockFigures.OnHand)).Set("Available", StockFigures.Available(status, settings)).Set("ForShipping", StockFigures.ForShipping(status))),
        Of("IC-Items", "StockItem", "InventoryID Description ItemStatus ItemClass TemplateItemID BaseUOM SalesUOM", "DefaultPrice", "LastModifiedDateTime"),
        Of("IC-Customers", "Customer", "CustomerID CustomerName Email Status CustomerClass AccountRef", "", "LastModifiedDateTime CreatedDateTime"),
        Of("IC-SalesOrders", "SalesOrder", "OrderType OrderNbr Status CustomerID CustomerOrder ExternalRef CurrencyID", "OrderTotal TaxTotal", "Date CreatedDate LastModified"),
        Of("IC-Payments", "Payment", "Type ReferenceNbr Status CustomerID PaymentMethod CashAccount CurrencyID PaymentRef ExternalRef", "PaymentAmount AvailableBalance", "ApplicationDate LastModifiedDateTime"),
        Of("IC-Invoices", "SalesInvoice", "Type ReferenceNbr Status CustomerID CustomerOrder ExternalRef Currency", "Amount Balance", "Date LastModifiedDateTime"),
    }.ToDictionary(inquiry => inquiry.Schema.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The inquiry of that name, or null.</summary>
    public GenericInquiry? Find(string name) => _inquiries.GetValueOrDefault(name);

    private static GenericInquiry Of(string name, string source, string texts, string numbers, string instants, Action<Row, Row>? more = null)
    {
        Field[] fields = [.. Fields(texts, FieldType.String), .. Fields(numbers, FieldType.Decimal), .. Fields(instants, FieldType.DateTime)];
        return new GenericInquiry(new EntitySchema(name, fields), source, (row, record) =>
        {
            foreach (var field in fields.Where(field => record.Schema.Find(field.Name)?.Scalar == field.Scalar))
            {
                row.Set(field.Name, record.Values.GetValueOrDefault(field.Name));
            }

            more?.Invoke(row, record);
        });
    }

    private static IEnumerable<Field> Fields(string names, FieldType type) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new Field(name, type, null, false));
}
