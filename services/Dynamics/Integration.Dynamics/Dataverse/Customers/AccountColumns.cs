using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Mapping.Documents;

namespace Integration.Dynamics.Dataverse.Customers;

/// <summary>
/// The columns of an account that are read, which mapping documents may also fill. A lookup goes by the name that it is read under (<c>_defaultpricelevelid_value</c>) both ways, so that what
/// was written can be compared with what is shown.
/// </summary>
/// <param name="more">Columns that a mapping document of the merchant's own uses beside the usual ones.</param>
internal sealed class AccountColumns(IReadOnlyList<string> more) : IDocumentSchema
{
    /// <summary>The id.</summary>
    public const string Id = "accountid";

    /// <summary>The number.</summary>
    public const string Number = "accountnumber";

    /// <summary>The e-mail address that customers are known by.</summary>
    public const string Email = "emailaddress1";

    /// <summary>The telephone number.</summary>
    public const string Phone = "telephone1";

    /// <summary>The state: 0 is active.</summary>
    public const string State = "statecode";

    /// <summary>The change stamp.</summary>
    public const string Stamp = "modifiedon";

    private static readonly string[] Usual =
    [
        Id, Number, "name", "address1_primarycontactname", Email, Phone, "address1_line1", "address1_line2", "address1_city", "address1_postalcode", "address1_stateorprovince", "address1_country",
        "_defaultpricelevelid_value", State,
    ];

    private static readonly Dictionary<string, (string Navigation, string Set)> Lookups = new(StringComparer.Ordinal)
    {
        ["_defaultpricelevelid_value"] = ("defaultpricelevelid", "pricelevels"), ["_transactioncurrencyid_value"] = ("transactioncurrencyid", "transactioncurrencies"),
    };

    /// <summary>The table.</summary>
    public static TableModel Model { get; } = TableModel.Load("account");

    /// <summary>What is read of an account.</summary>
    public IReadOnlyList<string> Fields { get; } = [.. Usual.Union(more, StringComparer.Ordinal)];

    /// <inheritdoc />
    public string Name => Model.Name;

    /// <summary>Fields with the stamp, as a call asks for them.</summary>
    public Shown Shown => new([.. Fields, Stamp]);

    /// <inheritdoc />
    public bool Knows(string path, out SchemaType type)
    {
        type = SchemaType.Text;
        return Fields.Contains(path, StringComparer.Ordinal) && Model.Knows(path, out type);
    }

    /// <summary>The record as Dataverse takes it: lookups bound, nothing where the text is empty.</summary>
    public static JsonObject Written(JsonObject document)
    {
        var record = new JsonObject();
        foreach (var (column, value) in document)
        {
            var text = value is JsonValue plain && plain.TryGetValue<string>(out var given) ? given.Trim() : null;
            if (Lookups.TryGetValue(column, out var lookup)) record[$"{lookup.Navigation}@odata.bind"] = Guid.TryParse(text, out var id) ? Addresses.Bind(lookup.Set, id) : text;
            else record[column] = text is { Length: 0 } ? null : value?.DeepClone();
        }

        return record;
    }

    /// <summary>Everything in a document that Dataverse would refuse; empty when it may be sent.</summary>
    public static IReadOnlyList<Reason> Problems(JsonObject document) =>
    [
        .. Model.Problems(new JsonObject(document.Where(entry => !Lookups.ContainsKey(entry.Key)).Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())))),
        .. document.Where(entry => Lookups.ContainsKey(entry.Key) && !Guid.TryParse(entry.Value?.ToString(), out _)).Select(entry => new Reason(entry.Key, "The id of a record (GUID) is expected here.")),
    ];
}
