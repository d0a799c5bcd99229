using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Writing;

/// <summary>What the platform checks of every value: lengths, ranges, choices, required columns.</summary>
internal static class ColumnRules
{
    public static void Check(TableSchema table, Column column, object? value)
    {
        switch (value)
        {
            case null when column.Required == RequiredLevel.System || column.Name == table.Id:
                throw DataverseFault.Invalid($"Attribute: {column.Name} cannot be set to NULL");
            case string text when column.Type == ColumnType.String && text.Length > column.Length:
                throw DataverseFault.BadRequest(
                    ErrorCode.TextTooLong, $"A validation error occurred. The length of the '{column.Name}' attribute of the '{table.Name}' entity exceeded the maximum allowed length of '{column.Length}'.");
            case long option when column.Options.Count > 0 && !column.Options.ContainsKey(option):
                throw DataverseFault.BadRequest(
                    ErrorCode.OptionOutOfRange,
                    $"A validation error occurred. The value of '{column.Name}' on record of type '{table.Name}' is outside the valid range. Accepted Values: {string.Join(",", column.Options.Keys)}");
            case long whole when whole < column.Min || whole > column.Max:
            case decimal number when number < column.Min || number > column.Max:
                throw DataverseFault.BadRequest(ErrorCode.ValueOutOfRange, $"A validation error occurred. The value {value} of '{column.Name}' on record of type '{table.Name}' is outside the valid range.");
        }
    }

    /// <summary>A new record lacks nothing that the platform insists on.</summary>
    public static void CheckNew(Record record)
    {
        foreach (var column in record.Table.Columns.Where(column => column.Required == RequiredLevel.System && record[column.Name] is null))
        {
            Check(record.Table, column, null);
        }
    }

    /// <summary>State and status fit together; a status that is missing is the state's first.</summary>
    public static void CheckState(Record record, bool stateWasSent, bool statusWasSent)
    {
        if (record.Table.Find("statuscode") is not { Options.Count: > 0 } status || record.Table.Find("statecode") is not { Options.Count: > 0 } state)
        {
            return;
        }

        Check(record.Table, state, record.Whole(state.Name));
        var statuses = status.Options.Where(option => option.Value.State == record.Whole(state.Name)).Select(option => option.Key).ToList();
        if (statusWasSent && !statuses.Contains(record.Whole(status.Name)))
        {
            throw DataverseFault.BadRequest(
                ErrorCode.InvalidStateCodeStatusCode,
                $"{record.Whole(status.Name)} is not a valid status code for state code {state.Options[record.Whole(state.Name)].Label} on {record.Table.Name} with Id {record.Id}.");
        }

        if (stateWasSent && !statusWasSent)
        {
            record.Set(status.Name, statuses[0]);
        }
    }
}
