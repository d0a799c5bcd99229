using Integration.Sandbox.Dynamics.Dataverse.Queries;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;
using Integration.Sandbox.Dynamics.Dataverse.Writing;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>
/// POST, PATCH and DELETE of records. Each is read first, then run inside a transaction, and answered when that is committed.
/// </summary>
internal sealed class RecordWrites(Books books, Writer writer, PayloadReader reader, RecordWriter records, ServiceRoot root, DataverseSettings settings)
{
    public Func<Transaction, Func<ApiAnswer>> Create(ApiRequest request, TableSchema table)
    {
        var payload = reader.Read(request.Json(), table, request.References);
        var view = View.Of(request, table, books, isList: false);
        return transaction =>
        {
            var record = writer.Create(transaction, payload, detectsDuplicates: Detects(request));
            return () => Answer(request, RecordAddress.Of(record), record, view, isNew: true);
        };
    }

    /// <summary>An update; or an insert where there is no such record and the caller does not forbid it.</summary>
    public Func<Transaction, Func<ApiAnswer>> Upsert(ApiRequest request, RecordAddress address)
    {
        var payload = reader.Read(request.Json(), address.Table, request.References);
        var view = View.Of(request, address.Table, books, isList: false) with { Expand = [] };
        var wasThere = address.Find(books) is not null;
        return transaction =>
        {
            var found = address.Find(transaction);
            if (found is null)
            {
                if (Conditions.MustExist(request))
                {
                    throw address.Missing();
                }

                var made = writer.Create(transaction, Named(payload, address, books.Schema), address.Id, Detects(request));
                return () => Answer(request, address, made, view, isNew: true);
            }

            // Whoever only changes a record makes none, and overtakes nobody.
            if (settings.KeyRace && address.Key is not null && !wasThere && !Conditions.MustExist(request))
            {
                throw DataverseFault.Exists();
            }

            Conditions.Check(request, found);

            var changed = writer.Update(transaction, found, WithoutKey(payload, address), Detects(request));
            return () => Answer(request, address, changed, view, isNew: false);
        };
    }

    public Func<Transaction, Func<ApiAnswer>> Delete(ApiRequest request, RecordAddress address) => transaction =>
    {
        var found = address.Find(transaction) ?? throw address.Missing();
        Conditions.Check(request, found);
        writer.Delete(transaction, found);
        return () => new ApiAnswer(204);
    };

    /// <summary>For a new record the body's key columns count; those of the address stand in for the ones that it leaves out.</summary>
    internal static Payload Named(Payload payload, RecordAddress address, OrganizationSchema schema)
    {
        foreach (var (column, value) in (address.Key?.Columns ?? []).Zip(address.Values).Where(part => !payload.Columns.Contains(part.First)))
        {
            if (value is Reference link)
            {
                payload.Links[column] = new RecordAddress(schema[address.Table[column].Targets[0]], link.Id, null, [], link.Id.ToString());
            }
            else
            {
                payload.Values[column] = value;
            }
        }

        return payload;
    }

    /// <summary>For a record that is there, key columns in the body are dropped without a word.</summary>
    internal static Payload WithoutKey(Payload payload, RecordAddress address)
    {
        foreach (var column in address.Key?.Columns ?? [])
        {
            payload.Values.Remove(column);
            payload.Links.Remove(column);
        }

        return payload;
    }

    private static bool Detects(ApiRequest request) => request.Headers["MSCRM.SuppressDuplicateDetection"] == "false";

    private ApiAnswer Answer(ApiRequest request, RecordAddress address, Record record, View view, bool isNew)
    {
        var preferences = request.Preferences;
        if (preferences.ReturnsRecord)
        {
            var body = records.Write(books.Find(record.Table.Name, record.Id) ?? record, view, preferences);
            body.Insert(0, "@odata.context", $"{root.Address}$metadata#{record.Table.Set}/$entity");
            return new ApiAnswer(isNew ? 201 : 200) { Body = body, Address = RecordAddress.Of(record) }.With("Preference-Applied", "return=representation");
        }

        var entity = $"{root.Address}{record.Table.Set}({address.Text})";
        var answer = new ApiAnswer(204) { Address = RecordAddress.Of(record) }.With("OData-EntityId", entity);
        return request.Method == "POST" ? answer.With("Location", entity) : answer;
    }
}
