using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.Finance.Returns;

/// <summary>Statuses of a line of a return order, and what follows from its disposition.</summary>
internal static class ReturnLine
{
    /// <summary>Its status.</summary>
    public const string Status = "ReturnStatus";

    /// <summary>Its quantity, negative.</summary>
    public const string Quantity = "ReturnSalesQuantity";

    /// <summary>Goods are expected.</summary>
    public const string Awaiting = nameof(Awaiting);

    /// <summary>Goods have arrived.</summary>
    public const string Registered = nameof(Registered);

    /// <summary>The packing slip is posted.</summary>
    public const string Received = nameof(Received);

    /// <summary>The credit note is posted.</summary>
    public const string Invoiced = nameof(Invoiced);

    /// <summary>Nothing comes back by it.</summary>
    public const string Canceled = nameof(Canceled);

    /// <summary>What its disposition code does; null while it has none.</summary>
    public static DispositionAction? Action(Row line) => Codes.Dispositions.TryGetValue(line.Text("ReturnDispositionCode"), out var action) ? action : null;

    /// <summary>A line of which nothing comes back counts as received at once, and expects goods again when its code is another one.</summary>
    public static void Dispose(Row line)
    {
        if (Action(line) == DispositionAction.CreditOnly)
        {
            line.Set(Status, Received);
        }
        else if (line.Text(Status) is "" or Received)
        {
            line.Set(Status, Awaiting);
        }
    }
}
