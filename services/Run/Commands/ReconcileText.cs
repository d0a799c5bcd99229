using System.Text.Json.Nodes;
using Integration.Contracts.Amounts;

namespace Integration.Run.Commands;

/// <summary>A reconciliation for the terminal.</summary>
internal static class ReconcileText
{
    public static void Write(TextWriter output, JsonObject report)
    {
        output.WriteLine($"Pair {report["pair"]}, {report["firstDay"]} to {report["lastDay"]}: {report["state"]}. {report["note"]}".TrimEnd());
        foreach (var total in report["totals"]!.AsArray().OfType<JsonObject>())
        {
            var group = string.Join(' ', new[] { total["group"]!.ToString(), total["currency"]!.ToString() }.Where(text => text.Length > 0));
            output.WriteLine($"  {total["entity"],-10} {group,-24} storefront {total["storeCount"],6}  {Sum("store"),18}   ERP {total["erpCount"],6}  {Sum("erp"),18}".TrimEnd());

            // Only money is added up: levels of different things make no sum that means anything.
            string Sum(string side) => total["currency"]!.ToString().Length > 0 ? Amount(total, $"{side}Amount") : "";
        }

        foreach (var file in report["settlement"]!.AsArray().OfType<JsonObject>())
        {
            output.WriteLine(
                $"  settlement {file["provider"]}: captured {Amount(file, "captured")} ({file["captures"]}) - refunded {Amount(file, "refunded")} ({file["refunds"]}) - fees {Amount(file, "fees")} = {Amount(file, "expected")}; paid out {Amount(file, "payout")}, difference {Amount(file, "difference")}".Replace(" :", ":", StringComparison.Ordinal));
            output.WriteLine($"             storefront {Amount(file, "storeCaptured")} - {Amount(file, "storeRefunded")}, ERP {Amount(file, "erpCaptured")} - {Amount(file, "erpRefunded")}");
        }

        foreach (var list in report["lists"]!.AsArray().OfType<JsonObject>().Where(list => list["state"]!.ToString() is not "done"))
        {
            output.WriteLine(list["state"]!.ToString() == "none"
                ? $"  {list["entity"],-10} not compared: {(list["note"]!.ToString() is { Length: > 0 } why ? why : $"the {list["side"]} side has no such list")}"
                : $"  {list["entity"],-10} not compared: {list["side"]} side {list["state"]} {list["note"]}".TrimEnd());
        }

        foreach (var finding in report["findings"]!.AsArray().OfType<JsonObject>().Where(finding => finding["state"]!.ToString() is not ("explained" or "vanished")))
        {
            var name = finding["number"]!.ToString() is { Length: > 0 } number ? number : finding["key"]!.ToString();
            output.WriteLine($"  {finding["state"],-11} {finding["entity"],-8} {name,-16} {finding["cause"],-24} {finding["words"]}");
        }

        output.WriteLine(
            $"checked {report["checked"]}, found {report["found"]}, healed {report["healed"]}, remaining {report["remaining"]}, false alarms {report["falseAlarms"]}, explained {report["explained"]}, on its way {report["inFlight"]}");
    }

    private static string Amount(JsonObject of, string field) => new Money(of[field]!.GetValue<decimal>(), of["currency"]!.ToString()).ToString();
}
