using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.Customers;

/// <summary>Turns an account into a customer that lanes understand.</summary>
internal static class AccountReading
{
    private const int Active = 0;

    /// <summary>The customer, or null when it came without id or change stamp.</summary>
    public static ErpCustomer? Of(DataverseRecord account, IReadOnlyList<string> fields) =>
        account.Id(AccountColumns.Id) is { } id && account.Moment(AccountColumns.Stamp) is { } changed
            ? new ErpCustomer(id.ToString("D"), NumberOf(account, id), account.Text(AccountColumns.Email).ToLowerInvariant(), IsActive(account), changed, Content(account, fields))
            : null;

    /// <summary>How links name an account: by its id, because the number may be missing.</summary>
    public static RecordRef Ref(DataverseRecord account)
    {
        var id = account.Id(AccountColumns.Id) ?? throw new InvalidOperationException("The account came without its id.");
        return new RecordRef(Entities.Customer, id.ToString("D"), NumberOf(account, id));
    }

    /// <summary>False when it was deactivated.</summary>
    public static bool IsActive(DataverseRecord account) => account.Whole(AccountColumns.State) is null or Active;

    // The name would be personal data.
    private static string NumberOf(DataverseRecord account, Guid id) => account.Text(AccountColumns.Number) is { Length: > 0 } number ? number : id.ToString("D");

    // The same columns in the same order, whether they came by a list or by the answer to a write.
    private static JsonObject Content(DataverseRecord account, IReadOnlyList<string> fields)
    {
        var content = new JsonObject();
        foreach (var field in fields)
        {
            content[field] = account.Json[field] switch
            {
                null => "",
                JsonValue value when value.GetValueKind() == JsonValueKind.String => account.Text(field),
                var other => other.DeepClone(),
            };
        }

        return content;
    }
}
