using System.CommandLine;

namespace Integration.Run.Bench.Backfill;

/// <summary>The hidden command by which <c>bench backfill</c> starts the process that it kills.</summary>
internal static class BackfillServiceCommand
{
    public const string Name = "bench-backfill-service";

    public static Command Build()
    {
        var (folder, port, records) = (new Argument<string>("folder"), new Argument<int>("port"), new Argument<int>("records"));
        var command = new Command(Name) { Hidden = true };
        foreach (Argument argument in new Argument[] { folder, port, records }) command.Arguments.Add(argument);
        command.SetAction(result => BackfillService.RunAsync(result.GetValue(folder)!, result.GetValue(port), result.GetValue(records)));
        return command;
    }
}
