using Platform.Simulation.Money;
using Platform.Simulation.Silo;

namespace Platform.Simulation.Tests;

[Collection(nameof(SimulatedSilo))]
public sealed class MoneyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Months_of_money_come_out_to_the_unit_whenever_the_silo_dies(int seed)
    {
        await using var simulation = new MoneySimulation(owners: 12, days: 75, kills: 8, seed);
        Assert.Empty(await simulation.RunAsync());
        Assert.True(simulation.Kills > 0);
    }
}
