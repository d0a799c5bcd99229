using System.Text.Json.Nodes;

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
            output.WriteLine($"  {total["entity"],-10} {group,-24} storefront {total["storeCount"],6}  {total["storeAmount"],14}   ERP {total["erpCount"],6}  {total["erpAmount"],14}");
        }

        foreach (var file in report["settlement"]!.AsArray().OfType<JsonObject>())
        {
            output.WriteLine(
                $"  settlement {$"{file["provider"]} {file["currency"]}".Trim(),-24} captured {file["captured"]} ({file["captures"]}) - refunded {file["refunded"]} ({file["refunds"]}) - fees {file["fees"]} = {file["expected"]}; payout {file["payout"]}, difference {file["difference"]}");
            output.WriteLine($"  {"",-35} storefront {file["storeCaptured"]} - {file["storeRefunded"]}   ERP {file["erpCaptured"]} - {file["erpRefunded"]}");
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
}
