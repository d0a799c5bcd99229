using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Webhooks;

/// <summary>What a step asks for of the record beside the change: it as it was before, or as it is after.</summary>
/// <param name="Alias">Its name in the message.</param>
/// <param name="Type">When it is taken.</param>
/// <param name="Columns">Its columns; empty for all.</param>
internal sealed record StepImage(string Alias, long Type, IReadOnlyList<string> Columns)
{
    /// <summary>The record before the change.</summary>
    public const long Before = 0;

    /// <summary>The record after the change.</summary>
    public const long After = 1;

    /// <summary>The parameter of a message that the image is of.</summary>
    public static string Parameter(string message) => message == "Create" ? "Id" : "Target";

    /// <summary>Reads the row that registers it.</summary>
    public static StepImage Of(Record row) => new(
        row.Text("entityalias"), row.Whole("imagetype"), row.Text("attributes").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Refuses a row that asks for what is not there: a record before it is made, or after it is deleted.</summary>
    public static void Check(Transaction transaction, Record row)
    {
        var message = transaction.Find(transaction.Find(row.Link("sdkmessageprocessingstepid"))?.Link("sdkmessageid"))?.Text("name") ?? "";
        if (row.Text("messagepropertyname") != Parameter(message))
        {
            throw DataverseFault.Invalid($"The message {message} has no image of {row.Text("messagepropertyname")}.");
        }

        if ((message, row.Whole("imagetype")) is ("Create", not After) or ("Delete", not Before))
        {
            throw DataverseFault.Invalid($"The message {message} does not support this image type.");
        }
    }
}
