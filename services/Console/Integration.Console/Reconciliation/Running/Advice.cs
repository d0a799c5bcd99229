using Integration.Console.Reconciliation.Settlement;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;

namespace Integration.Console.Reconciliation.Running;

/// <summary>What a person does about a finding.</summary>
internal static class Advice
{
    public static string Of(FindingRow finding) => finding.Cause switch
    {
        AttentionClasses.MissingInErp when finding.Entity == Entities.Customer => "Look in the ERP whether somebody deleted the customer or changed its e-mail address, then read the account again.",
        AttentionClasses.MissingInStore when finding.Entity == SettlementKeys.Entity => "Look at the payment provider which order the money belongs to, and enter or refund it.",
        AttentionClasses.MissingInErp => "Look in the ERP whether somebody deleted it or cleared its reference, then send it again or enter it by hand.",
        AttentionClasses.MissingInStore => "Look in the storefront whether it was deleted; if so, cancel it in the ERP as well.",
        AttentionClasses.AmountsDiffer => "Compare the two records and correct the wrong one; the next reconciliation takes this entry off the list.",
        AttentionClasses.DuplicateInErp => "Keep one of them in the ERP, cancel the others and clear their reference.",
        AttentionClasses.CancelledOnOneSide => "Cancel it on the other side too, or take the cancellation back.",
        AttentionClasses.StaleStock => "Look whether the stock lane is paused, or the SKU excluded; then send the level again.",
        AttentionClasses.MissingInFile => "Look at the payment provider whether the money arrived; it may stand in the file of another day.",
        AttentionClasses.PayoutDiffers => "Look in the file for a line that is missing or of another period, then ask the payment provider.",
        _ => "Compare the two sides.",
    };
}
