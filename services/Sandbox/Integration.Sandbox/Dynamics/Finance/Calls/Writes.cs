using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.OData;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>Carries writes out within a save: what the entity allows, who may write where, and then the rules of the table.</summary>
internal sealed class Writes(FormBook forms, FinanceSettings settings)
{
    /// <summary>Carries one write out.</summary>
    /// <param name="save">The save that it is a part of.</param>
    /// <param name="path">What is written.</param>
    /// <param name="request">How.</param>
    /// <param name="owner">The record below which another one is made; null when the set itself was addressed.</param>
    /// <returns>The record as it is now; null when it was deleted.</returns>
    public Row? Run(Save save, DataPath path, DataRequest request, Row? owner)
    {
        var set = path.Set;
        var form = forms.Of(set.Table);
        var fits = request.Method switch
        {
            "POST" => path.Key is null,
            "PATCH" or "DELETE" => path.Key is not null,
            _ => false,
        };
        if (form is null || !fits || path.IsCount)
        {
            throw FinanceFault.Plain(405, $"The method {request.Method} is not allowed on the entity set '{set.Name}'.");
        }

        var crossCompany = Query.Read(set, request.Query).CrossCompany;
        return request.Method == "POST" ? Create(save, set, form, Sent(set, request, owner), crossCompany) : Change(save, path, form, request, crossCompany);
    }

    /// <summary>Makes or changes a record by the rules of its table, for what the application itself does.</summary>
    /// <param name="save">The save that it is a part of.</param>
    /// <param name="entity">Name of the data entity in the application.</param>
    /// <param name="row">The record, new or opened for changes.</param>
    /// <param name="sent">What is laid over it.</param>
    /// <param name="isNew">True for a new record.</param>
    public void Put(Save save, string entity, Row row, IReadOnlyDictionary<string, object?> sent, bool isNew) =>
        Put(new Entry(save, entity, row, sent, settings), forms.Of(row.Table)!, isNew);

    /// <summary>Deletes a record by the rules of its table, for what the application itself does.</summary>
    public void Delete(Save save, string entity, Row row) => forms.Of(row.Table)!.Delete(new Entry(save, entity, row, Entry.Nothing, settings));

    // What is made below a record belongs to it and to its legal entity, whatever was sent.
    private static IReadOnlyDictionary<string, object?> Sent(EntitySet set, DataRequest request, Row? owner)
    {
        var sent = RowReader.Read(set, request.Body);
        if (owner is null)
        {
            return sent;
        }

        var property = Relations.Property(owner.Table, set.Table);
        return new Dictionary<string, object?>(sent, StringComparer.Ordinal) { ["dataAreaId"] = owner.Company, [property] = owner.Text(property) };
    }

    private Row Create(Save save, EntitySet set, IForm form, IReadOnlyDictionary<string, object?> sent, bool crossCompany)
    {
        var company = sent.GetValueOrDefault("dataAreaId") as string is { Length: > 0 } named ? named.ToLowerInvariant() : settings.DefaultCompany.ToLowerInvariant();
        var entry = new Entry(save, Entities.Of(set), save.New(set.Table, company), sent, settings);
        CheckCompany(entry, crossCompany);
        Put(entry, form, isNew: true);
        return entry.Row;
    }

    private Row? Change(Save save, DataPath path, IForm form, DataRequest request, bool crossCompany)
    {
        var set = path.Set;
        var values = KeyAddress.Read(set, path.Key!);
        var company = values[0].ToLowerInvariant();
        var row = settings.Companies.Contains(company, StringComparer.OrdinalIgnoreCase) ? save.Find(set.Table, company, [.. values.Skip(1)]) : null;
        if (row is null)
        {
            throw FinanceFault.NotFound($"{set.Name}({path.Key})");
        }

        if (request.IfMatch is { Length: > 0 } and not "*" && request.IfMatch != RowWriter.ETag(set, row))
        {
            throw FinanceFault.Plain(412, "The record was changed by another user or process since it was read.");
        }

        var sent = request.Method == "PATCH" ? RowReader.Read(set, request.Body) : Entry.Nothing;
        var entry = new Entry(save, Entities.Of(set), save.Edit(row), sent, settings);
        CheckCompany(entry, crossCompany);
        if (request.Method == "DELETE")
        {
            form.Delete(entry);
            return null;
        }

        Put(entry, form, isNew: false);
        return entry.Row;
    }

    private void Put(Entry entry, IForm form, bool isNew)
    {
        if (isNew)
        {
            Lay(entry, form.Computed);
            form.Create(entry);
        }
        else
        {
            Lay(entry, form.Computed, form.Settled);
            form.Update(entry);
        }

        CheckFilled(entry);
    }

    private void CheckCompany(Entry entry, bool crossCompany)
    {
        if (!settings.Companies.Contains(entry.Company, StringComparer.OrdinalIgnoreCase))
        {
            throw entry.Refuse($"You do not have access to the legal entity {entry.Company}.");
        }

        if (!crossCompany && !entry.Company.Equals(settings.DefaultCompany, StringComparison.OrdinalIgnoreCase))
        {
            throw entry.Refuse($"The record belongs to the legal entity {entry.Company}, and the session is in {settings.DefaultCompany}.");
        }
    }

    // A value that is sent as it is already changes nothing, and is refused by nobody.
    private static void Lay(Entry entry, params ReadOnlySpan<IReadOnlySet<string>> locked)
    {
        foreach (var (name, value) in entry.Sent)
        {
            if (name == "dataAreaId")
            {
                continue;
            }

            var before = entry.Row[name];
            var after = value is "" or 0m ? null : value;
            foreach (var names in locked)
            {
                if (names.Contains(name) && !Equals(before, after) && !(before is string text && text.Equals(after as string, StringComparison.OrdinalIgnoreCase)))
                {
                    throw entry.Refuse($"Field '{name}' cannot be changed.");
                }
            }

            entry.Row.Set(name, value);
        }
    }

    private void CheckFilled(Entry entry)
    {
        foreach (var field in settings.RequireFields.Where(field => field.StartsWith($"{entry.Row.Table}.", StringComparison.Ordinal)))
        {
            var property = field[(entry.Row.Table.Length + 1)..];
            entry.Required(property, property);
        }
    }
}
