using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.Customers;

/// <summary>Turns a CustomersV3 record into one that lanes understand.</summary>
internal static class CustomerReading
{
    /// <summary>The customer, or null when it came without its account. There is no change stamp: content stands for it.</summary>
    public static ErpCustomer? Of(FinanceRecord record, IReadOnlyList<string> fields)
    {
        var account = record.Text("CustomerAccount");
        return account.Length == 0
            ? null
            : new ErpCustomer(account, account, record.Text("PrimaryContactEmail").ToLowerInvariant(), record.Text("OnHoldStatus") != "All", DateTimeOffset.UnixEpoch, Content(record, fields));
    }

    // The same fields in the same order, whether they came by a list or by the answer to a write.
    private static JsonObject Content(FinanceRecord record, IReadOnlyList<string> fields)
    {
        var content = new JsonObject();
        foreach (var field in fields)
        {
            content[field] = record.Json[field] switch
            {
                null => "",
                // Line breaks come back in another form.
                JsonValue value when value.GetValueKind() == JsonValueKind.String => record.Text(field).Replace("\r\n", "\n", StringComparison.Ordinal),
                var other => other.DeepClone(),
            };
        }

        return content;
    }
}
