using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Writing;

/// <summary>Makes, changes and deletes records by the rules of the platform and of their tables.</summary>
internal sealed class Writer(KeyBook keys, DataverseSettings settings, ITableRules rules)
{
    /// <summary>Makes a record with what is nested in it.</summary>
    /// <param name="transaction">Transaction.</param>
    /// <param name="payload">What was sent.</param>
    /// <param name="id">Id that the address gave; null takes the body's or a new one.</param>
    /// <param name="detectsDuplicates">True when the caller asked for duplicate detection.</param>
    public Record Create(Transaction transaction, Payload payload, Guid? id = null, bool detectsDuplicates = false)
    {
        var record = Insert(transaction, payload, id, detectsDuplicates);
        rules.Completed(transaction, record);
        return record;
    }

    /// <summary>Changes a record; columns that were not sent stay as they are.</summary>
    public Record Update(Transaction transaction, Record found, Payload payload, bool detectsDuplicates = false)
    {
        if (payload.IsDeep)
        {
            throw DataverseFault.Payload(payload.Table, "Microsoft.Crm.CrmException: Deep update is not supported");
        }

        var columns = payload.Columns.ToList();
        rules.BeforeChange(transaction, found, columns);
        var before = found.Clone();
        var record = transaction.Edit(found);
        transaction.Touch(record, columns);
        Apply(transaction, record, payload, column => column.Update);
        ColumnRules.CheckState(record, payload.Values.ContainsKey("statecode"), payload.Values.ContainsKey("statuscode"));
        rules.Updated(transaction, before, record);
        keys.Check(transaction, record);
        if (detectsDuplicates)
        {
            DetectDuplicates(transaction, record);
        }

        return record;
    }

    /// <summary>Deletes a record with what cannot be without it.</summary>
    public void Delete(Transaction transaction, Record record)
    {
        rules.BeforeChange(transaction, record, null);
        foreach (var link in record.Table.Children.Values)
        {
            foreach (var child in transaction.Children(link.Table, link.Column, record.Id))
            {
                if (transaction.Schema[link.Table][link.Column].Required == RequiredLevel.System)
                {
                    transaction.Delete(child);
                }
                else
                {
                    transaction.Edit(child).Set(link.Column, null);
                }
            }
        }

        transaction.Delete(record);
        rules.Deleted(transaction, record);
    }

    private Record Insert(Transaction transaction, Payload payload, Guid? id, bool detectsDuplicates)
    {
        var table = payload.Table;
        var chosen = payload.Id ?? id ?? Guid.NewGuid();
        if (transaction.Find(table.Name, chosen) is not null)
        {
            throw DataverseFault.Exists();
        }

        var record = new Record(table, chosen);
        foreach (var column in table.Columns.Where(column => column.Default is not null))
        {
            record.Set(column.Name, Scalars.Read(column.Default!.Value, column, table, settings));
        }

        foreach (var (lookup, parent) in payload.Parents)
        {
            record.Set(lookup, Create(transaction, parent).Reference);
        }

        Apply(transaction, record, payload, column => column.Create);
        if (table.Find("statecode") is { Options.Count: > 0 } state && record[state.Name] is null)
        {
            record.Set(state.Name, state.Options.Keys.First());
        }

        ColumnRules.CheckState(record, stateWasSent: record["statuscode"] is null, statusWasSent: record["statuscode"] is not null);
        transaction.Insert(record);
        transaction.Touch(record, payload.Columns);
        rules.Created(transaction, record);
        ColumnRules.CheckNew(record);
        keys.Check(transaction, record);
        if (detectsDuplicates)
        {
            DetectDuplicates(transaction, record);
        }

        foreach (var (name, children) in payload.Children)
        {
            var link = table.Children[name];
            foreach (var child in children)
            {
                child.Links[link.Column] = RecordAddress.Of(record);
                Insert(transaction, child, null, detectsDuplicates);
            }
        }

        return record;
    }

    private static void Apply(Transaction transaction, Record record, Payload payload, Func<Column, bool> isTaken)
    {
        foreach (var (name, value) in payload.Values)
        {
            var column = payload.Table[name];
            // What a column does not take is ignored, not refused.
            if (isTaken(column) && name != payload.Table.Id)
            {
                ColumnRules.Check(payload.Table, column, value);
                record.Set(name, value);
            }
        }

        foreach (var (name, address) in payload.Links)
        {
            var column = payload.Table[name];
            var target = address is null ? null : (address.Find(transaction) ?? throw address.Missing()).Reference;
            if (isTaken(column))
            {
                ColumnRules.Check(payload.Table, column, target);
                record.Set(name, target);
            }
        }
    }

    private void DetectDuplicates(Transaction transaction, Record record)
    {
        foreach (var column in settings.DuplicateRules.Select(rule => rule.Split('.')).Where(rule => rule[0] == record.Table.Name).Select(rule => rule[1]))
        {
            if (record[column] is { } value && transaction.By(record.Table.Name, [column], value).Any(other => other.Id != record.Id))
            {
                throw new DataverseFault(412, ErrorCode.DuplicateRecordsFound, "A record was not created or updated because a duplicate of the current record already exists.");
            }
        }
    }
}
