using Integration.Mapping.Documents;

namespace Integration.Dynamics.Finance.Customers;

/// <summary>The fields of a customer that are read: an entity of 300 fields is not read whole, and a mapping that names another field is told so.</summary>
internal sealed class CustomerRecordSchema(DynamicsSettings settings) : IDocumentSchema
{
    private static readonly string[] Usual =
    [
        "CustomerAccount", "PartyType", "OrganizationName", "PersonFirstName", "PersonLastName", "PrimaryContactEmail", "PrimaryContactEmailDescription", "PrimaryContactPhone", "AddressDescription", "AddressStreet", "AddressCity",
        "AddressZipCode", "AddressState", "AddressCountryRegionId", "CustomerGroupId", "DiscountPriceGroupId", "SalesCurrencyCode", "LanguageId", "OnHoldStatus",
    ];

    /// <summary>The fields.</summary>
    public IReadOnlyList<string> Fields { get; } = [.. Usual.Union(settings.CustomerFields, StringComparer.Ordinal)];

    /// <inheritdoc />
    public string Name => CustomerDocument.Model.Name;

    /// <inheritdoc />
    public bool Knows(string path, out SchemaType type)
    {
        type = SchemaType.Text;
        return Fields.Contains(path, StringComparer.Ordinal) && CustomerDocument.Model.Knows(path, out type);
    }
}
