using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>How links name a customer: an account by its id, a contact as <c>contact:</c> and its id.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="IsContact">True for a contact.</param>
internal sealed record CustomerId(Guid Id, bool IsContact)
{
    private const string Contact = "contact:";

    /// <summary>The navigation by which an order points to it: a customer lookup is never bound by its plain name.</summary>
    public string Navigation => IsContact ? "customerid_contact" : "customerid_account";

    /// <summary>Where the navigation leads.</summary>
    public string Bound => Addresses.Bind(IsContact ? "contacts" : "accounts", Id);

    /// <summary>Reads it; null when it is none.</summary>
    public static CustomerId? Parse(string text)
    {
        var isContact = text.StartsWith(Contact, StringComparison.Ordinal);
        return Guid.TryParse(isContact ? text[Contact.Length..] : text, out var id) ? new CustomerId(id, isContact) : null;
    }

    /// <inheritdoc />
    public override string ToString() => $"{(IsContact ? Contact : "")}{Id:D}";
}
