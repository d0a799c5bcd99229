using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.Finance.Forms;

/// <summary>One write of one record: the record, what was sent for it, and how its rules refuse.</summary>
/// <param name="Save">The save that it is a part of.</param>
/// <param name="Entity">Name of the data entity in the application.</param>
/// <param name="Row">The record, with what was sent laid over it.</param>
/// <param name="Sent">What was sent.</param>
/// <param name="Settings">The environment's parameters.</param>
internal sealed record Entry(Save Save, string Entity, Row Row, IReadOnlyDictionary<string, object?> Sent, FinanceSettings Settings)
{
    /// <summary>Nothing was sent: a change that the application itself makes.</summary>
    public static IReadOnlyDictionary<string, object?> Nothing { get; } = new Dictionary<string, object?>();

    public string Company => Row.Company;

    public bool Sends(string property) => Sent.TryGetValue(property, out var value) && value is not null and not "";

    public FinanceFault Refuse(string text) => FinanceFault.Infolog(Entity, $"Warning: {text}", "Error: Update has been canceled");

    /// <summary>The property must not be empty.</summary>
    public void Required(string property, string label)
    {
        if (Row[property] is null)
        {
            throw Refuse($"Field '{label}' must be filled in.");
        }
    }

    /// <summary>The property must name a record of the table, unless it is empty.</summary>
    /// <returns>The record; null when the property is empty.</returns>
    public Row? Related(string property, string label, string table, string tableLabel)
    {
        var value = Row.Text(property);
        return value.Length == 0 ? null : Save.Find(table, Company, value) ?? throw Unknown(value, label, tableLabel);
    }

    /// <summary>The property must be one of the codes, unless it is empty; it then has the code's own spelling.</summary>
    public void Code(string property, string label, string tableLabel, IEnumerable<string> codes)
    {
        var value = Row.Text(property);
        if (value.Length > 0)
        {
            Row.Set(property, codes.FirstOrDefault(code => code.Equals(value, StringComparison.OrdinalIgnoreCase)) ?? throw Unknown(value, label, tableLabel));
        }
    }

    /// <summary>Gives the record its number: the caller's, where the number sequence takes it, or the next one.</summary>
    public void Number(string property, string label, string format)
    {
        if (!Sends(property))
        {
            do
            {
                Row.Set(property, Save.Next(property, Company, format));
            }
            while (Save.Find(Row.Table, Company, Row.Text(property)) is not null);
        }
        else if (!Settings.ManualNumbers.Contains(property, StringComparer.OrdinalIgnoreCase))
        {
            throw Refuse($"{label} {Row.Text(property)} cannot be used: the number sequence does not allow manual numbers.");
        }

        Unique(label, Row.Text(property));
    }

    /// <summary>No other record may have this key.</summary>
    public void Unique(string label, params IReadOnlyList<string> keys)
    {
        if (Save.Find(Row.Table, Company, keys) is not null)
        {
            throw FinanceFault.Infolog(Entity, $"Warning: Cannot create a record in {label} ({Row.Table}). {label}: {string.Join(", ", keys)}. The record already exists", "Error: Update has been canceled");
        }
    }

    private FinanceFault Unknown(string value, string label, string tableLabel) => Refuse($"The value '{value}' in field '{label}' is not found in the related table '{tableLabel}'.");
}
